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
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { AnswerPlansService, type AnswerPlan } from './answer-plans.service.js';
import { AnswersReader } from './answers.reader.js';
import { SatisfactionAnswer } from './satisfaction-answer.entity.js';
import type { SatisfactionAnswerInput } from './satisfaction.inputs.js';
import type { SatisfactionResult } from './satisfaction.types.js';

/** Answers by id, as they are stored. */
type StoredAnswers = Map<string, SatisfactionAnswer>;

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
    const stored: StoredAnswers = new Map();
    const outcomes = await this.writeAnswers(inputs, atomic, stored);
    const others = outcomes.flatMap(({ id }) => (id && !stored.has(id) ? [id] : []));
    const answers = new Map([...stored, ...(await this.reader.findAnswers(others))]);
    const results = outcomes.map(({ index, status, id, error }) => ({
      index,
      status,
      answer: id ? (answers.get(id) ?? null) : null,
      error,
    }));
    return { results };
  }

  /** The same with their outcomes alone, for imports. Answers that are new come into `stored`. */
  async writeAnswers(
    inputs: readonly SatisfactionAnswerInput[],
    atomic: boolean,
    stored: StoredAnswers = new Map(),
  ): Promise<ItemOutcome[]> {
    const write = (items: readonly Item<SatisfactionAnswerInput>[]) => this.writeItems(items, stored);
    return writeBatch(inputs, write, atomic, (work) => this.transaction.savepoint(work));
  }

  private async writeItems(
    items: readonly Item<SatisfactionAnswerInput>[],
    stored: StoredAnswers,
  ): Promise<WrittenItems<SatisfactionAnswerInput>> {
    const following = followersOf(items, ({ input }) => recordsOf(input));
    const planned = await this.plans.plan(items.filter(({ index }) => !following.has(index)));
    const fresh = planned.flatMap((plan) => ('answer' in plan ? [plan] : []));
    for (const answer of await this.insert(fresh)) stored.set(answer.id, answer);
    this.transaction.touch(fresh.map(({ answer }) => answer.accountId));
    const outcomes = planned.map((plan): ItemOutcome => {
      if ('refused' in plan) return rejected(plan.index, plan.refused);
      if ('known' in plan)
        return { index: plan.index, status: UpsertStatus.UNCHANGED, id: plan.known, error: null };
      if (stored.has(plan.answer.id)) {
        return { index: plan.index, status: UpsertStatus.CREATED, id: plan.answer.id, error: null };
      }
      return rejected(
        plan.index,
        new StrataError('CONFLICT', 'The same answer is being recorded just now: send it again.'),
      );
    });
    return { outcomes, later: items.filter(({ index }) => following.has(index)) };
  }

  /** What of it is stored: an answer whose external id was taken meanwhile is not. */
  private async insert(plans: readonly AnswerPlan[]): Promise<SatisfactionAnswer[]> {
    if (plans.length === 0) return [];
    const recordedAt = this.transaction.now;
    const rows = plans.map(({ answer }) => ({ tenantId: this.transaction.tenantId, ...answer, recordedAt }));
    return this.transaction.query<SatisfactionAnswer>(
      insertRows(SatisfactionAnswer, rows, { skipTaken: true, returning: 'row' }),
    );
  }
}

/** The answer an item is, and the one it corrects. */
function recordsOf({ external, supersedes }: SatisfactionAnswerInput): string[] {
  return [
    ...(external ? [externalKey(external)] : []),
    ...(supersedes ? [`supersedes:${supersedes.toLowerCase()}`] : []),
  ];
}
