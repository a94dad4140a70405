import { Injectable } from '@nestjs/common';
import type { EquipAdvocateInput } from '../advocacy/kits/kits.inputs.js';
import { KitsService } from '../advocacy/kits/kits.service.js';
import { AdvocateStatus } from '../domain/advocacy/terms.js';
import { AdvocatesReader } from './advocates.reader.js';
import type { Advocate } from './advocates.types.js';

/** Hands kits to advocates. */
@Injectable()
export class EquippingService {
  constructor(
    private readonly kits: KitsService,
    private readonly advocates: AdvocatesReader,
  ) {}

  /** Returns them as the advocate they are now. */
  async equipAdvocate(input: EquipAdvocateInput): Promise<Advocate> {
    const { id, accountId } = await this.kits.equip(input);
    const advocate = (await this.advocates.findAdvocates([id])).get(id);
    if (advocate) return advocate;
    // They have left since they were equipped, or are still to come.
    return { id, accountId, status: AdvocateStatus.RESTING, askableFrom: null, guardedBy: [], guards: [] };
  }
}
