import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import {
  checkReview,
  nextReviewAfter,
  type ReviewFact,
  type ReviewRefusal,
} from '../../domain/loyalty/plans/review.js';
import { ContactReader } from '../expectations/confirming/contact.reader.js';
import { PlanReview, PlanReviewParticipant } from './plan-review.entity.js';
import type { RecordPlanReviewInput } from './plans.inputs.js';
import { PlansReader } from './plans.reader.js';
import { PlansService } from './plans.service.js';
import type { RelationshipPlan } from './relationship-plan.entity.js';

const REFUSALS: Record<ReviewRefusal, { message: string; field: string }> = {
  IN_FUTURE: { message: 'A review is recorded once it was held.', field: 'heldOn' },
  NEXT_NOT_LATER: { message: 'The next review is held on a later day.', field: 'nextReviewOn' },
};

/** Records reviews of plans, which say when the next one is held. */
@Injectable()
export class PlanReviewsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: PlansReader,
    private readonly writer: PlansService,
    private readonly contacts: ContactReader,
    private readonly access: AccessService,
  ) {}

  /** NOT_FOUND for an account without a plan. */
  async record(accountId: string, input: RecordPlanReviewInput): Promise<RelationshipPlan> {
    const review = { heldOn: input.heldOn, nextReviewOn: input.nextReviewOn ?? null };
    refuse(checkReview(review, this.transaction.today));
    const plan = await this.lock(accountId);
    const earlier = await this.findHeld(plan.id);
    await this.keep(plan, review, input);
    return this.writer.change(plan, {
      goals: plan.goals,
      nextReviewOn: nextReviewAfter(plan.nextReviewOn, earlier, review),
    });
  }

  private async keep(
    { id: planId, accountId }: RelationshipPlan,
    review: ReviewFact,
    { outcome, with: refs }: RecordPlanReviewInput,
  ): Promise<void> {
    const { tenantId, now: recordedAt } = this.transaction;
    const people = await this.contacts.getPeople(accountId, refs ?? [], review.heldOn, ['input', 'with']);
    const reviewId = newId();
    const recordedById = this.access.caller.user?.id ?? null;
    const row = { tenantId, id: reviewId, planId, ...review, outcome, recordedById, recordedAt };
    await this.transaction.query(insertRows(PlanReview, [row]));
    const participants = people.map(({ id: stakeholderId }) => ({ tenantId, reviewId, stakeholderId }));
    if (participants.length > 0) {
      await this.transaction.query(insertRows(PlanReviewParticipant, participants));
    }
  }

  private findHeld(planId: string): Promise<Pick<ReviewFact, 'heldOn'>[]> {
    return this.transaction.query(
      sql`SELECT r.held_on AS "heldOn" FROM plan_reviews r
          WHERE r.tenant_id = ${this.transaction.tenantId} AND r.plan_id = ${planId}`,
    );
  }

  /** Of two who write to a plan at once the second waits here. */
  private async lock(accountId: string): Promise<RelationshipPlan> {
    const path = ['input', 'account'];
    const { id } = await this.plans.getPlan(accountId, path);
    await this.transaction.query(
      sql`SELECT p.id FROM relationship_plans p
          WHERE p.tenant_id = ${this.transaction.tenantId} AND p.id = ${id} FOR NO KEY UPDATE`,
    );
    return this.plans.getPlan(accountId, path);
  }
}

function refuse(refused: ReviewRefusal | null): void {
  if (refused === null) return;
  const { message, field } = REFUSALS[refused];
  throw new StrataError('INVALID_INPUT', message, ['input', field], { rule: refused });
}
