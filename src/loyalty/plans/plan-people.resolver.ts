import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { loadBatched } from '../../common/batching.js';
import type { Connection } from '../../common/pages/connection.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { ResolveTogether } from '../../common/together/resolve-together.decorator.js';
import { changesBetween } from '../../domain/loyalty/plans/plan-changes.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { StakeholderConnection } from '../../stakeholders/stakeholders.types.js';
import { TeamMember } from '../../team/team-member.entity.js';
import { TeamReader } from '../../team/team.reader.js';
import { LastContactsReader } from './page/last-contacts.reader.js';
import { PlanReview } from './plan-review.entity.js';
import { PlansReader, type VersionInLine } from './plans.reader.js';
import {
  PlanChange,
  PlanReviewConnection,
  RelationshipPlanVersionConnection,
  ReviewsPage,
  TheirPeoplePage,
  VersionsPage,
} from './plans.types.js';
import { RelationshipPlan, RelationshipPlanVersion } from './relationship-plan.entity.js';

/** Who stands on both sides, and what was changed and reviewed by whom. */
@Resolver(() => RelationshipPlan)
export class PlanPeopleResolver {
  constructor(
    private readonly reader: PlansReader,
    private readonly teams: TeamReader,
    private readonly stakeholders: StakeholdersReader,
    private readonly people: AccessReader,
  ) {}

  @ResolveField(() => [TeamMember], { description: 'Our people on the account now, the leader first.' })
  async ourPeople(@Parent() { accountId }: RelationshipPlan): Promise<TeamMember[]> {
    return (await loadBatched(this, 'team', accountId, (ids) => this.teams.findTeams(ids))) ?? [];
  }

  @ResolveTogether(() => StakeholderConnection, {
    description: 'The people of the account who are there now.',
  })
  theirPeople(
    @Parent() plans: readonly RelationshipPlan[],
    @Args() page: TheirPeoplePage,
  ): Promise<Connection<Stakeholder>[]> {
    const accountIds = plans.map(({ accountId }) => accountId);
    return this.stakeholders.listOfAccounts(accountIds, page, {});
  }

  @ResolveField(() => PlanReviewConnection, { description: 'Its reviews, latest first.' })
  reviews(@Parent() { id }: RelationshipPlan, @Args() page: ReviewsPage): Promise<Connection<PlanReview>> {
    return this.reader.listReviews(id, page);
  }

  @ResolveField(() => RelationshipPlanVersionConnection, {
    description: 'Who changed what and when, latest first.',
  })
  history(
    @Parent() { id }: RelationshipPlan,
    @Args() page: VersionsPage,
  ): Promise<Connection<RelationshipPlanVersion>> {
    return this.reader.listVersions(id, page);
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Which of our people changed it last, where known.',
  })
  updatedBy(@Parent() { updatedById }: RelationshipPlan): Promise<User | null> | null {
    return updatedById ? loadBatched(this, 'user', updatedById, (ids) => this.people.findUsers(ids)) : null;
  }
}

@Resolver(() => RelationshipPlanVersion)
export class PlanVersionResolver {
  constructor(private readonly people: AccessReader) {}

  @ResolveField(() => [PlanChange], { description: 'What it changed.' })
  changes(@Parent() { earlier, goals, nextReviewOn }: VersionInLine): PlanChange[] {
    return changesBetween(earlier, { goals, nextReviewOn });
  }

  @ResolveField(() => User, { nullable: true, description: 'Which of our people made it, where known.' })
  changedBy(@Parent() { changedById }: RelationshipPlanVersion): Promise<User | null> | null {
    return changedById ? loadBatched(this, 'user', changedById, (ids) => this.people.findUsers(ids)) : null;
  }
}

@Resolver(() => PlanReview)
export class PlanReviewResolver {
  constructor(
    private readonly reader: PlansReader,
    private readonly people: AccessReader,
  ) {}

  @ResolveField(() => [Stakeholder], { description: 'Who of the account took part.' })
  async with(@Parent() { id }: PlanReview): Promise<Stakeholder[]> {
    return (await loadBatched(this, 'with', id, (ids) => this.reader.findParticipants(ids))) ?? [];
  }

  @ResolveField(() => User, { nullable: true, description: 'Which of our people recorded it, where known.' })
  recordedBy(@Parent() { recordedById }: PlanReview): Promise<User | null> | null {
    return recordedById ? loadBatched(this, 'user', recordedById, (ids) => this.people.findUsers(ids)) : null;
  }
}

/** When somebody of the account was last met. */
@Resolver(() => Stakeholder)
export class StakeholderContactResolver {
  constructor(private readonly contacts: LastContactsReader) {}

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description: 'Our last contact with them; null for none on record.',
  })
  lastContactAt(@Parent() { id }: Stakeholder): Promise<string | null> {
    return loadBatched(this, 'contact', id, (ids) => this.contacts.findOfStakeholders(ids));
  }
}

/** When one of our people last met somebody of the account. */
@Resolver(() => TeamMember)
export class MemberContactResolver {
  constructor(private readonly contacts: LastContactsReader) {}

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description: 'The last contact with the account that they logged; null for none on record.',
  })
  lastContactAt(@Parent() { id }: TeamMember): Promise<string | null> {
    return loadBatched(this, 'contact', id, (ids) => this.contacts.findOfMembers(ids));
  }
}
