import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountFacts } from '../../domain/facts.js';
import type { Method } from '../../domain/method.js';
import { FactsReader } from './facts/facts.reader.js';
import { JudgementReader, type Judgement } from './judgement.reader.js';
import { MethodReader } from './method.reader.js';
import { StructureService } from './structure.service.js';

/** Judgements with what they were made from. */
export interface Judged {
  judgements: Judgement[];
  facts: ReadonlyMap<string, AccountFacts>;
  method: Method;
}

/** Judges accounts as they stand now. What their structure is inferred to be is written on the way. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly facts: FactsReader,
    private readonly methods: MethodReader,
    private readonly structures: StructureService,
    private readonly judgements: JudgementReader,
  ) {}

  async judge(accountIds: readonly string[]): Promise<Judged> {
    const { now } = this.transaction;
    const [method, known] = await Promise.all([
      this.methods.getMethod(now),
      this.facts.readStates(accountIds, now),
    ]);
    const recorded = await this.facts.readFactsToJudge(known, now, method.method);
    const states = await this.structures.infer(known, recorded, method.method.structure);
    const facts = new Map(
      states.flatMap(({ accountId, structure }) => {
        const ofAccount = recorded.get(accountId);
        return ofAccount ? [[accountId, { ...ofAccount, structure }] as const] : [];
      }),
    );
    return {
      judgements: await this.judgements.judge(states, facts, now, method),
      facts,
      method: method.method,
    };
  }
}
