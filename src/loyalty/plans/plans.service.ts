import { Injectable } from '@nestjs/common';
import { AccessService } from '../../access/access.service.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { notFound, StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows, updateVersionedRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Goal } from '../../domain/loyalty/plans/goal.js';
import { changesBetween, type PlanContent } from '../../domain/loyalty/plans/plan-changes.js';
import { GoalStatus } from '../../domain/loyalty/terms.js';
import type { PlanGoalInput, RelationshipPlanInput } from './plans.inputs.js';
import { PlansReader } from './plans.reader.js';
import { RelationshipPlan, RelationshipPlanVersion } from './relationship-plan.entity.js';

const EXPECTED = ['input', 'expectedVersion'];

/** Writes the plans of relationships; every version of them is kept. */
@Injectable()
export class PlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly reader: PlansReader,
    private readonly access: AccessService,
  ) {}

  /** CONFLICT when there is a version that the caller has not read. */
  async save(input: RelationshipPlanInput): Promise<RelationshipPlan> {
    const { id: accountId } = await this.accounts.getAccount(input.account, ['input', 'account']);
    const before = (await this.reader.findPlans([accountId])).get(accountId) ?? null;
    if (!before && input.expectedVersion) throw notFound('RelationshipPlan', EXPECTED);
    if (before && input.expectedVersion !== before.version) throw overtaken(before.version);
    const content = {
      goals: input.goals ? goalsAfter(input.goals, before?.goals ?? []) : (before?.goals ?? []),
      nextReviewOn: input.nextReviewOn === undefined ? (before?.nextReviewOn ?? null) : input.nextReviewOn,
    };
    if (!before) return this.create(accountId, content);
    return this.change(before, content);
  }

  /** Makes this the content of a plan that was just read; nothing where it holds that already. */
  async change(before: RelationshipPlan, content: PlanContent): Promise<RelationshipPlan> {
    const reordered = before.goals.some(({ id }, place) => content.goals[place]?.id !== id);
    if (changesBetween(before, content).length === 0 && !reordered) return before;
    const { tenantId, now: updatedAt } = this.transaction;
    const row = {
      tenantId,
      id: before.id,
      version: before.version,
      ...content,
      updatedById: this.userId,
      updatedAt,
    };
    const written = await this.transaction.query(updateVersionedRows(RelationshipPlan, [row], tenantId));
    if (written.length === 0) throw overtaken(null);
    const after = { ...before, ...row, version: before.version + 1 };
    await this.keepVersion(after);
    return after;
  }

  /** Of two who write the first plan of an account at once, one does. */
  private async create(accountId: string, content: PlanContent): Promise<RelationshipPlan> {
    const { tenantId, now: updatedAt } = this.transaction;
    const key = { tenantId, id: newId(), accountId };
    const plan: RelationshipPlan = { ...key, ...content, version: 1, updatedById: this.userId, updatedAt };
    const statement = insertRows(RelationshipPlan, [plan], { skipTaken: true, returning: 'id' });
    if ((await this.transaction.query(statement)).length === 0) throw overtaken(null);
    await this.keepVersion(plan);
    return plan;
  }

  private async keepVersion({ tenantId, id: planId, version, ...plan }: RelationshipPlan): Promise<void> {
    const { goals, nextReviewOn, updatedById: changedById, updatedAt: changedAt } = plan;
    const row = { tenantId, planId, version, goals, nextReviewOn, changedById, changedAt };
    await this.transaction.query(insertRows(RelationshipPlanVersion, [row]));
  }

  private get userId(): string | null {
    return this.access.caller.user?.id ?? null;
  }
}

/** The goals as they are said; NOT_FOUND for an id that the plan does not hold, RULE_BROKEN for one that is there twice. */
function goalsAfter(said: readonly PlanGoalInput[], before: readonly Goal[]): Goal[] {
  const known = new Set(before.map(({ id }) => id));
  const seen = new Set<string>();
  return said.map(({ id: given, side, text, measure, dueOn, status }, place) => {
    const id = given?.toLowerCase() ?? newId();
    const path = ['input', 'goals', String(place), 'id'];
    if (given && !known.has(id)) throw notFound('PlanGoal', path);
    if (seen.has(id)) throw new StrataError('RULE_BROKEN', 'A goal stands in a plan once.', path);
    seen.add(id);
    const details = { measure: measure ?? null, dueOn: dueOn ?? null, status: status ?? GoalStatus.OPEN };
    return { id, side, text, ...details };
  });
}

function overtaken(version: number | null): StrataError {
  const details = version === null ? {} : { version };
  return new StrataError(
    'CONFLICT',
    'There is a newer version of the plan: read it, then send its version.',
    EXPECTED,
    details,
  );
}
