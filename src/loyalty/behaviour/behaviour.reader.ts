import { Injectable } from '@nestjs/common';
import type { Amplification } from '../../advocacy/amplifications/amplification.entity.js';
import { EffectReader } from '../../amplify/effect/effect.reader.js';
import { MethodReader } from '../../assessment/judging/method.reader.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { behaviourAfter, behaviourInWords } from '../../domain/loyalty/behaviour-after.js';
import { LoyaltyEventsReader } from '../events/loyalty-events.reader.js';
import type { AmplificationBehaviour } from './behaviour.types.js';

/** Shows what accounts did after an advocate spoke, beside comparable accounts where none did. */
@Injectable()
export class BehaviourReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly effects: EffectReader,
    private readonly events: LoyaltyEventsReader,
    private readonly methods: MethodReader,
  ) {}

  async readBehaviour(amplification: Amplification): Promise<AmplificationBehaviour> {
    const { accountId, occurredAt } = amplification;
    const { now, today } = this.transaction;
    const days = (await this.methods.getMethod(now)).method.advocacy.behaviourDays;
    const others = await this.effects.findComparableAccounts(amplification, days);
    const events = await this.events.readStanding({ accountIds: [accountId, ...others], to: today });
    const own = behaviourAfter([accountId], events, occurredAt, days);
    const comparable = behaviourAfter(others, events, occurredAt, days);
    return { days, own, comparable, reading: behaviourInWords(own, comparable, days) };
  }
}
