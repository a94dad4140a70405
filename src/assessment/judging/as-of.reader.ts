import { Injectable } from '@nestjs/common';
import { StrataError } from '../../common/errors.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { CalendarDate, Instant } from '../../domain/facts.js';
import type { Assessment } from '../assessment.entity.js';
import { FactsReader } from './facts/facts.reader.js';
import { JudgementReader, type Judgement } from './judgement.reader.js';
import { MethodReader } from './method.reader.js';

/** Judges accounts as of a past day, by what was known at its end. */
@Injectable()
export class AsOfReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly facts: FactsReader,
    private readonly methods: MethodReader,
    private readonly judgements: JudgementReader,
  ) {}

  /** By account; one that nobody knew of by then is missing. INVALID_INPUT for a day that is still to come. */
  async judgeAsOf(accountIds: readonly string[], day: CalendarDate): Promise<Map<string, Assessment>> {
    const { today, now } = this.transaction;
    if (day > today)
      throw new StrataError('INVALID_INPUT', 'Nobody can judge as of a day to come.', ['asOf']);
    return this.judgeAt(accountIds, day === today ? now : `${day}T23:59:59.999Z`);
  }

  /** The same at an instant. */
  async judgeAt(accountIds: readonly string[], at: Instant): Promise<Map<string, Assessment>> {
    const method = await this.methods.getMethod(at);
    const states = await this.facts.readStates(accountIds, at);
    const facts = await this.facts.readFactsToJudge(states, at, method.method);
    const judged = await this.judgements.judge(states, facts, at, method);
    return new Map(judged.map((judgement) => [judgement.accountId, this.asAssessment(judgement)]));
  }

  private asAssessment(judgement: Judgement): Assessment {
    const { amountAtRisk: amount, currency } = judgement;
    const valueAtRisk = amount !== null && currency !== null ? { amount, currency } : null;
    return { tenantId: this.transaction.tenantId, ...judgement, valueAtRisk };
  }
}
