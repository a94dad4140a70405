import { Injectable } from '@nestjs/common';
import { type AccountState, FactsReader } from '../../../assessment/judging/facts/facts.reader.js';
import { ObservationsReader } from '../../../assessment/judging/facts/observations.reader.js';
import { MethodReader } from '../../../assessment/judging/method.reader.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { AssessmentSettings } from '../../../domain/assessment.js';
import type { Instant } from '../../../domain/facts.js';
import type { AccountHistory } from '../../../domain/loyalty/backtest/facts-as-of.js';
import { Basis } from '../../../domain/terms.js';

/** An account's history, and what it is worth today. */
export interface ValuedHistory extends AccountHistory {
  annualAmount: string | null;
  annualCurrency: string | null;
}

/** Reads everything that is recorded by now of accounts, to be cut at past dates. */
@Injectable()
export class HistoriesReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly facts: FactsReader,
    private readonly observations: ObservationsReader,
    private readonly methods: MethodReader,
  ) {}

  /** What was said and met before `since` is left out. */
  async readHistories(accountIds: readonly string[], since: Instant): Promise<ValuedHistory[]> {
    const { now } = this.transaction;
    const states = await this.facts.readStates(accountIds, now);
    const facts = await this.facts.readFacts(states, now, since);
    const corrected = await this.observations.readCorrected(accountIds, since);
    return states.flatMap((state) => {
      const known = facts.get(state.accountId);
      const earlier = corrected.get(state.accountId) ?? [];
      return known
        ? [
            {
              ...valueOf(state),
              facts: { ...known, answers: [...known.answers, ...earlier] },
              correctedAt: new Map(earlier.map(({ id, correctedAt }) => [id, correctedAt])),
            },
          ]
        : [];
    });
  }

  /**
   * How a replay judges: by the numbers of today, with the weights as shipped around the centre as shipped. Calibrated
   * weights and the tenant's means were made from what came later, and would bring it back in.
   */
  async readSettings(): Promise<AssessmentSettings> {
    const { method } = await this.methods.getMethod(this.transaction.now);
    return { method, means: { operations: null, management: null }, calibration: null };
  }
}

function valueOf({
  accountId,
  structureBasis,
  annualAmount,
  annualCurrency,
}: AccountState): Omit<ValuedHistory, 'facts' | 'correctedAt'> {
  return { accountId, isStructureStated: structureBasis === Basis.STATED, annualAmount, annualCurrency };
}
