import { Injectable } from '@nestjs/common';
import { KitsService } from '../../advocacy/kits/kits.service.js';
import { AskingService } from '../../amplify/asking.service.js';
import { EquippingService } from '../../amplify/equipping.service.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { SatisfactionService } from '../../satisfaction/satisfaction.service.js';
import { external } from '../stories/contacts.js';
import type { AdvocateHappening } from '../recovery/events.js';
import { DEMO_KITS, type KitName } from './kits.js';
import { seatRef } from '../recovery/references.js';

type Happened<What> = Extract<AdvocateHappening, { what: What }>;

/** Writes who was equipped and spoke for us, and what we asked of them. */
@Injectable()
export class AdvocateEventsService {
  constructor(
    private readonly satisfaction: SatisfactionService,
    private readonly kits: KitsService,
    private readonly equipping: EquippingService,
    private readonly asking: AskingService,
    private readonly transaction: TenantTransaction,
  ) {}

  /** `ids` remembers our ids of kits by their keys. A kit is made when somebody is first handed it. */
  async write(accountKey: string, happening: AdvocateHappening, ids: Map<string, string>): Promise<void> {
    switch (happening.what) {
      case 'volunteered':
        return this.answer(accountKey, happening);
      case 'equipped':
        return this.equip(accountKey, happening, ids);
      case 'amplified':
        return this.amplify(accountKey, happening, ids);
      case 'asked':
        return this.ask(accountKey, happening);
    }
  }

  private async answer(accountKey: string, { by, nps }: Happened<'volunteered'>): Promise<void> {
    const answer = {
      external: external(`${accountKey}-${by}-volunteered-${this.transaction.today}`),
      stakeholder: seatRef(accountKey, by),
      instrument: 'NPS',
      value: { number: nps },
      answeredAt: this.transaction.now,
      solicited: false,
    };
    await this.satisfaction.writeAnswers([answer], true);
  }

  private async equip(
    accountKey: string,
    { advocate, kit }: Happened<'equipped'>,
    ids: Map<string, string>,
  ): Promise<void> {
    const id = ids.get(`kit ${kit}`) ?? (await this.kits.createKit(DEMO_KITS[kit])).id;
    ids.set(`kit ${kit}`, id);
    const equippedAt = this.transaction.now;
    await this.equipping.equipAdvocate({ advocate: seatRef(accountKey, advocate), kit: id, equippedAt });
  }

  private async amplify(
    accountKey: string,
    happening: Happened<'amplified'>,
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { advocate, kit, message, setting, audience, overrideReason } = happening;
    const input = {
      advocate: seatRef(accountKey, advocate),
      audience: audience.map(([seat, outcome]) => ({ stakeholder: seatRef(accountKey, seat), outcome })),
      message,
      kit: kitId(kit, ids),
      setting,
      occurredAt: this.transaction.now,
    };
    await this.asking.recordAmplification(input, overrideReason ?? null);
  }

  private async ask(accountKey: string, { who, kind, note }: Happened<'asked'>): Promise<void> {
    const input = { stakeholder: seatRef(accountKey, who), kind, note, askedAt: this.transaction.now };
    await this.asking.recordAsk(input, null);
  }
}

function kitId(kit: KitName, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(`kit ${kit}`);
  if (id === undefined) throw new Error(`The demo uses the kit ${kit} before anybody is handed it.`);
  return id;
}
