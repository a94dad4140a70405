import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import type { Connection } from '../../common/pages/connection.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { daysOverdue } from '../../domain/loyalty/expectations/expectation-sentence.js';
import { isGoalOverdue } from '../../domain/loyalty/plans/goal.js';
import { DuePage } from '../due.types.js';
import { PlanPageReader } from './page/plan-page.reader.js';
import { PlanReviewsService } from './plan-reviews.service.js';
import { RecordPlanReviewInput, RelationshipPlanInput } from './plans.inputs.js';
import { PlansReader } from './plans.reader.js';
import { PlansService } from './plans.service.js';
import { PlanGoal, RelationshipPlanConnection } from './plans.types.js';
import { RelationshipPlan } from './relationship-plan.entity.js';

@Resolver(() => RelationshipPlan)
export class PlansResolver {
  constructor(
    private readonly service: PlansService,
    private readonly reviews: PlanReviewsService,
    private readonly reader: PlansReader,
    private readonly accounts: AccountsReader,
  ) {}

  @Query(() => RelationshipPlanConnection, {
    description: 'Relationship plans whose review is due, the longest due first.',
  })
  plansDue(@Args() page: DuePage): Promise<Connection<RelationshipPlan>> {
    return this.reader.listDue(page);
  }

  @Mutation(() => RelationshipPlan, {
    description: 'Writes the plan of a relationship: its goals and its next review. Every version is kept.',
  })
  savePlan(
    @Args('input', { type: () => RelationshipPlanInput, description: 'The plan.' })
    input: RelationshipPlanInput,
  ): Promise<RelationshipPlan> {
    return this.service.save(input);
  }

  @Mutation(() => RelationshipPlan, {
    description: 'Records a review of the plan, which says when the next one is held.',
  })
  async recordPlanReview(
    @Args('input', { type: () => RecordPlanReviewInput, description: 'The review.' })
    input: RecordPlanReviewInput,
  ): Promise<RelationshipPlan> {
    const { id } = await this.accounts.getAccount(input.account, ['input', 'account']);
    return this.reviews.record(id, input);
  }
}

/** What is worked out of a plan. */
@Resolver(() => RelationshipPlan)
export class PlanFieldsResolver {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly pages: PlanPageReader,
  ) {}

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: RelationshipPlan): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => [PlanGoal], { description: 'The goals of both sides, in the order they were given.' })
  goals(@Parent() { goals }: RelationshipPlan): PlanGoal[] {
    const { today } = this.transaction;
    return goals.map((goal) => ({ ...goal, isOverdue: isGoalOverdue(goal, today) }));
  }

  @ResolveField(() => Int, { description: 'Whole days since the review was due; 0 while it is not overdue.' })
  overdueDays(@Parent() { nextReviewOn }: RelationshipPlan): number {
    return daysOverdue(nextReviewOn, this.transaction.today);
  }

  @ResolveField(() => String, {
    description:
      'The plan on one page: HTML that prints on A4 and loads nothing. Long lists are cut with how many more there are.',
  })
  page(@Parent() plan: RelationshipPlan): Promise<string> {
    return this.pages.readPage(plan);
  }
}

/** The plan of an account. */
@Resolver(() => Account)
export class AccountPlanResolver {
  constructor(private readonly reader: PlansReader) {}

  @ResolveField(() => RelationshipPlan, {
    nullable: true,
    description: 'The plan of our relationship with it; null while there is none.',
  })
  relationshipPlan(@Parent() { id }: Account): Promise<RelationshipPlan | null> {
    return loadBatched(this, 'plan', id, (ids) => this.reader.findPlans(ids));
  }
}
