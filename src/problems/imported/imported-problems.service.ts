import { Injectable } from '@nestjs/common';
import { followersOf, rejected, writeBatch, type Item, type WrittenItems } from '../../common/batch.js';
import { StrataError } from '../../common/errors.js';
import { externalKey } from '../../common/reference.types.js';
import { UpsertStatus, type ItemOutcome } from '../../common/upsert.types.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { ProblemReporter } from '../problem-reporter.entity.js';
import { Problem } from '../problem.entity.js';
import { ResolutionsService } from '../resolutions.service.js';
import type { ImportedProblemInput } from './imported-problem.inputs.js';
import { ProblemPlansService, type PlannedProblem } from './problem-plans.service.js';

type NewProblem = Extract<PlannedProblem, { problem: Problem }>;

/** Records problems as another system has them. */
@Injectable()
export class ImportedProblemsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: ProblemPlansService,
    private readonly resolutions: ResolutionsService,
  ) {}

  /**
   * Records any number of problems, each known by its external id. One that was open and is solved there gets its
   * solution, one that was solved and stands there again is reopened (UPDATED); nothing else of it is rewritten.
   */
  writeProblems(inputs: readonly ImportedProblemInput[], atomic: boolean): Promise<ItemOutcome[]> {
    const write = (items: readonly Item<ImportedProblemInput>[]) => this.writeItems(items);
    return writeBatch(inputs, write, atomic, (work) => this.transaction.savepoint(work));
  }

  private async writeItems(
    items: readonly Item<ImportedProblemInput>[],
  ): Promise<WrittenItems<ImportedProblemInput>> {
    const following = followersOf(items, ({ input }) => [externalKey(input.external)]);
    const planned = await this.plans.plan(items.filter(({ index }) => !following.has(index)));
    const fresh = planned.flatMap((plan) => ('problem' in plan ? [plan] : []));
    const written = await this.insert(fresh);
    const solved = fresh.flatMap((plan) =>
      plan.solved && written.has(plan.problem.id) ? [plan.solved] : [],
    );
    await this.resolutions.recordEvents(solved);
    await this.resolutions.record(
      planned.flatMap((plan) => ('known' in plan && plan.change ? [plan.change] : [])),
    );
    return {
      outcomes: planned.map((plan) => outcomeOf(plan, written)),
      later: items.filter(({ index }) => following.has(index)),
    };
  }

  /** Returns the ids of those written: one whose external id was taken meanwhile is not. */
  private async insert(plans: readonly NewProblem[]): Promise<Set<string>> {
    if (plans.length === 0) return new Set();
    const rows = plans.map(({ problem }) => problem);
    const statement = insertRows(Problem, rows, { skipTaken: true, returning: 'id' });
    const written = new Set((await this.transaction.query<{ id: string }>(statement)).map(({ id }) => id));
    const fresh = plans.filter(({ problem: { id } }) => written.has(id));
    const reporters = fresh.flatMap(({ problem: { tenantId, id }, reporterIds }) =>
      reporterIds.map((stakeholderId) => ({ tenantId, problemId: id, stakeholderId })),
    );
    if (reporters.length > 0) await this.transaction.query(insertRows(ProblemReporter, reporters));
    this.transaction.touch(fresh.map(({ problem: { accountId } }) => accountId));
    return written;
  }
}

function outcomeOf(plan: PlannedProblem, written: ReadonlySet<string>): ItemOutcome {
  const { index } = plan;
  if ('refused' in plan) return rejected(index, plan.refused);
  if ('known' in plan) {
    const status = plan.change ? UpsertStatus.UPDATED : UpsertStatus.UNCHANGED;
    return { index, status, id: plan.known.id, error: null };
  }
  const { id } = plan.problem;
  if (written.has(id)) return { index, status: UpsertStatus.CREATED, id, error: null };
  return rejected(
    index,
    new StrataError('CONFLICT', 'This external id belongs to another problem.', ['external']),
  );
}
