import { Injectable } from '@nestjs/common';
import {
  followersOf,
  rejected,
  refuseLargeBatch,
  writeBatch,
  type Item,
  type WrittenItems,
} from '../common/batch.js';
import { StrataError } from '../common/errors.js';
import { externalKey } from '../common/reference.types.js';
import { UpsertStatus, type ItemOutcome } from '../common/upsert.types.js';
import { insertRows } from '../database/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { AnswerPlansService, type AnswerPlan } from './answer-plans.service.js';
import { AnswersReader } from './answers.reader.js';
import { SatisfactionAnswer } from './satisfaction-answer.entity.js';
import type { SatisfactionAnswerInput } from './satisfaction.inputs.js';
import type { SatisfactionResult } from './satisfaction.types.js';

/** Records what people answered. Nothing recorded is ever changed. */
@Injectable()
export class SatisfactionService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: AnswerPlansService,
    private readonly reader: AnswersReader,
  ) {}

  /** Records up to 200 answers. */
  async recordSatisfaction(
    inputs: readonly SatisfactionAnswerInput[],
    atomic: boolean,
  ): Promise<{ results: SatisfactionResult[] }> {
    refuseLargeBatch(inputs, 'answers');
    const outcomes = await this.writeAnswers(inputs, atomic);
    const answers = await this.reader.findAnswers(outcomes.flatMap(({ id }) => (id ? [id] : [])));
    const results = outcomes.map(({ index, status, id, error }) => ({
      index,
      status,
      answer: id ? (answers.get(id) ?? null) : null,
      error,
    }));
    return { results };
  }

  /** The same without reading the answers back, for imports. */
  async writeAnswers(inputs: readonly SatisfactionAnswerInput[], atomic: boolean): Promise<ItemOutcome[]> {
    const write = (items: readonly Item<SatisfactionAnswerInput>[]) => this.writeItems(items);
    return writeBatch(inputs, write, atomic, (work) => this.transaction.savepoint(work));
  }

  private async writeItems(
    items: readonly Item<SatisfactionAnswerInput>[],
  ): Promise<WrittenItems<SatisfactionAnswerInput>> {
    const following = followersOf(items, ({ input }) => recordsOf(input));
    const planned = await this.plans.plan(items.filter(({ index }) => !following.has(index)));
    const fresh = planned.flatMap((plan) => ('answer' in plan ? [plan] : []));
    const written = await this.insert(fresh);
    this.transaction.touch(fresh.map(({ answer }) => answer.accountId));
    const outcomes = planned.map((plan): ItemOutcome => {
      if ('refused' in plan) return rejected(plan.index, plan.refused);
      if ('known' in plan)
        return { index: plan.index, status: UpsertStatus.UNCHANGED, id: plan.known, error: null };
      if (written.has(plan.answer.id)) {
        return { index: plan.index, status: UpsertStatus.CREATED, id: plan.answer.id, error: null };
      }
      return rejected(
        plan.index,
        new StrataError('CONFLICT', 'The same answer is being recorded just now: send it again.'),
      );
    });
    return { outcomes, later: items.filter(({ index }) => following.has(index)) };
  }

  private async insert(plans: readonly AnswerPlan[]): Promise<Set<string>> {
    if (plans.length === 0) return new Set();
    const recordedAt = this.transaction.now;
    const rows = plans.map(({ answer }) => ({ tenantId: this.transaction.tenantId, ...answer, recordedAt }));
    const statement = insertRows(SatisfactionAnswer, rows, { skipTaken: true, returning: 'id' });
    const written = await this.transaction.query<{ id: string }>(statement);
    return new Set(written.map(({ id }) => id));
  }
}

/** The answer an item is, and the one it corrects. */
function recordsOf({ external, supersedes }: SatisfactionAnswerInput): string[] {
  return [
    ...(external ? [externalKey(external)] : []),
    ...(supersedes ? [`supersedes:${supersedes.toLowerCase()}`] : []),
  ];
}
