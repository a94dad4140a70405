import { Injectable } from '@nestjs/common';
import { AccessService } from '../../access/access.service.js';
import { StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { Equipment } from './equipment.entity.js';
import { Kit } from './kit.entity.js';
import type { CreateKitInput, EquipAdvocateInput } from './kits.inputs.js';
import { KitsReader } from './kits.reader.js';

/** Makes kits and hands them out. */
@Injectable()
export class KitsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: KitsReader,
    private readonly stakeholders: StakeholdersReader,
    private readonly access: AccessService,
  ) {}

  /** CONFLICT for a version that there is already. */
  async createKit({ title, version, description, links, level }: CreateKitInput): Promise<Kit> {
    const kit: Kit = {
      tenantId: this.transaction.tenantId,
      id: newId(),
      title,
      version,
      description: description ?? null,
      links: (links ?? []).map(({ title: name, url }) => ({ title: name, url })),
      level: level ?? null,
      createdAt: this.transaction.now,
    };
    const written = await this.transaction.query(
      insertRows(Kit, [kit], { skipTaken: true, returning: 'id' }),
    );
    if (written.length === 0) {
      throw new StrataError('CONFLICT', 'This version of the kit is there already: make another one.', [
        'input',
        'version',
      ]);
    }
    return kit;
  }

  /** Giving is never guarded. RULE_BROKEN for who had left by then. */
  async equip({ advocate: ref, kit: kitId, equippedAt }: EquipAdvocateInput): Promise<Stakeholder> {
    const { tenantId, now } = this.transaction;
    if (equippedAt > now) {
      throw new StrataError('INVALID_INPUT', 'A kit is recorded once it was handed over.', [
        'input',
        'equippedAt',
      ]);
    }
    const advocate = await this.stakeholders.getStakeholder(ref, ['input', 'advocate']);
    refuseFormer(advocate, equippedAt, ['input', 'advocate']);
    const kit = await this.reader.getKit(kitId, ['input', 'kit']);
    const equipment: Equipment = {
      tenantId,
      id: newId(),
      stakeholderId: advocate.id,
      kitId: kit.id,
      equippedAt,
      recordedById: this.access.caller.user?.id ?? null,
      recordedAt: now,
    };
    await this.transaction.query(insertRows(Equipment, [equipment]));
    this.transaction.touch([advocate.accountId]);
    return advocate;
  }
}

/** RULE_BROKEN for somebody whose last day was over at the time. */
export function refuseFormer({ endedOn }: Stakeholder, at: string, path: readonly string[]): void {
  if (endedOn !== null && endedOn < at.slice(0, 10)) {
    throw new StrataError('RULE_BROKEN', 'They had left the account by then.', path, { endedOn });
  }
}
