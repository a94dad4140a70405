import { Injectable } from '@nestjs/common';
import { StrataError } from '../../common/errors.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { CalendarDate, Instant } from '../../domain/facts.js';
import type { Assessment } from '../assessment.entity.js';
import { JudgementReader, type Judgement } from './judgement.reader.js';
import { ToJudgeReader } from './to-judge.reader.js';

/** Judges accounts as of a past day, by what was known at its end. */
@Injectable()
export class AsOfReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly toJudge: ToJudgeReader,
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
    const { method, states, facts } = await this.toJudge.read(accountIds, at, {});
    const judged = await this.judgements.judge(states, facts, at, method);
    return new Map(judged.map((judgement) => [judgement.accountId, this.asAssessment(judgement)]));
  }

  private asAssessment(judgement: Judgement): Assessment {
    const { amountAtRisk: amount, currency } = judgement;
    const valueAtRisk = amount !== null && currency !== null ? { amount, currency } : null;
    return { tenantId: this.transaction.tenantId, ...judgement, valueAtRisk };
  }
}
