import { Injectable } from '@nestjs/common';
import type { Gathered, Lists } from '../../database/statements/gathering.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountFacts } from '../../domain/facts.js';
import type { Method } from '../../domain/method.js';
import { JudgementReader, type Judgement } from './judgement.reader.js';
import { StructureService } from './structure.service.js';
import { ToJudgeReader } from './to-judge.reader.js';

/** Judgements with what they were made from, and what was read beside it. */
export interface Judged<Beside> {
  judgements: Judgement[];
  facts: ReadonlyMap<string, AccountFacts>;
  method: Method;
  beside: Gathered<Beside>;
}

/** Judges accounts as they stand now. What their structure is inferred to be is written on the way. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly toJudge: ToJudgeReader,
    private readonly structures: StructureService,
    private readonly judgements: JudgementReader,
  ) {}

  /** `beside` holds lists that are wanted from the same statement. */
  async judge<Beside extends object>(
    accountIds: readonly string[],
    beside: Lists<Beside>,
  ): Promise<Judged<Beside>> {
    const { now } = this.transaction;
    const recorded = await this.toJudge.read<Beside>(accountIds, now, beside);
    const { method, facts: known } = recorded;
    const states = await this.structures.infer(recorded.states, known, method.method.structure);
    const facts = new Map(
      states.flatMap(({ accountId, structure }) => {
        const ofAccount = known.get(accountId);
        return ofAccount ? [[accountId, { ...ofAccount, structure }] as const] : [];
      }),
    );
    return {
      judgements: await this.judgements.judge(states, facts, now, method),
      facts,
      method: method.method,
      beside: recorded.beside,
    };
  }
}
