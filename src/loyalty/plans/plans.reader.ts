import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { keyBy } from '../../common/batching.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound, type InputPath } from '../../common/errors.js';
import type { Listing } from '../../common/pages/listing.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { PlanContent } from '../../domain/loyalty/plans/plan-changes.js';
import { findLinkedStakeholders } from '../../stakeholders/stakeholders.reader.js';
import type { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { type DatedRows, dueListing } from '../due.reader.js';
import type { DuePage } from '../due.types.js';
import { PlanReview } from './plan-review.entity.js';
import { RelationshipPlan, RelationshipPlanVersion } from './relationship-plan.entity.js';

/** A version with what the one before it held; null for the first. */
export type VersionInLine = RelationshipPlanVersion & { earlier: PlanContent | null };

@Injectable()
export class PlansReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** The plans of accounts, by account; those the caller may not see are missing. */
  async findPlans(accountIds: readonly string[]): Promise<Map<string, RelationshipPlan>> {
    const rows = await this.transaction.query<RelationshipPlan>(
      sql`SELECT ${select(RelationshipPlan, 'p')} FROM relationship_plans p
          JOIN accounts a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
          WHERE p.tenant_id = ${this.transaction.tenantId} AND p.account_id = ANY(${accountIds}::uuid[])`,
    );
    return keyBy(rows, ({ accountId }) => accountId);
  }

  async getPlan(accountId: string, path: InputPath): Promise<RelationshipPlan> {
    const plan = (await this.findPlans([accountId])).get(accountId);
    if (!plan) throw notFound('RelationshipPlan', path);
    return plan;
  }

  /** Plans to be reviewed, the longest due first. */
  listDue({ ownerEmail, before, ...page }: DuePage): Promise<Connection<RelationshipPlan>> {
    const rows: DatedRows = {
      name: 'plansDue',
      columns: select(RelationshipPlan, 'd'),
      table: sql`relationship_plans`,
      day: sql`next_review_on`,
    };
    return this.pages.list(dueListing(rows, { ownerEmail, before }, this.transaction), page);
  }

  /** The versions of a plan, latest first, each with what the one before it held. */
  listVersions(planId: string, page: PageArgs): Promise<Connection<VersionInLine>> {
    const earlier = sql`CASE WHEN b.version IS NOT NULL
      THEN json_build_object('goals', b.goals, 'nextReviewOn', b.next_review_on) END AS earlier`;
    const listing: Listing = {
      name: 'planVersions',
      columns: sql`${select(RelationshipPlanVersion, 'v')}, ${earlier}`,
      from: sql`relationship_plan_versions v LEFT JOIN relationship_plan_versions b
        ON b.tenant_id = v.tenant_id AND b.plan_id = v.plan_id AND b.version = v.version - 1`,
      where: [sql`v.tenant_id = ${this.transaction.tenantId}`],
      order: [{ by: sql`v.version`, type: 'numeric' }],
      direction: 'DESC',
    };
    return this.pages.listOf(listing, sql`v.plan_id`, planId, page);
  }

  /** The reviews of a plan, latest first. */
  listReviews(planId: string, page: PageArgs): Promise<Connection<PlanReview>> {
    const listing: Listing = {
      name: 'planReviews',
      columns: select(PlanReview, 'r'),
      from: sql`plan_reviews r`,
      where: [sql`r.tenant_id = ${this.transaction.tenantId}`],
      order: [
        { by: sql`r.held_on`, type: 'date' },
        { by: sql`r.id`, type: 'uuid' },
      ],
      direction: 'DESC',
    };
    return this.pages.listOf(listing, sql`r.plan_id`, planId, page);
  }

  /** Who of the account took part in each review. */
  findParticipants(reviewIds: readonly string[]): Promise<Map<string, Stakeholder[]>> {
    return findLinkedStakeholders(
      this.transaction,
      { table: sql`plan_review_participants`, record: sql`review_id` },
      reviewIds,
    );
  }
}
