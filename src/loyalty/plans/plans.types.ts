import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, pageArgs } from '../../common/pages/connection.types.js';
import { DateScalar } from '../../common/scalars.js';
import { PlanChangeKind } from '../../domain/loyalty/plans/plan-changes.js';
import { GoalStatus, RelationshipSide } from '../../domain/loyalty/terms.js';
import { PlanReview } from './plan-review.entity.js';
import { RelationshipPlan, RelationshipPlanVersion } from './relationship-plan.entity.js';

export const RelationshipPlanConnection = connectionOf(RelationshipPlan);
export const RelationshipPlanVersionConnection = connectionOf(RelationshipPlanVersion);
export const PlanReviewConnection = connectionOf(PlanReview);

@ArgsType()
export class VersionsPage extends pageArgs(25) {}

@ArgsType()
export class ReviewsPage extends pageArgs(25) {}

@ArgsType()
export class TheirPeoplePage extends pageArgs(25) {}

@ObjectType({ description: 'A goal of one side.' })
export class PlanGoal {
  @Field(() => ID, { description: 'Our id: send it along when the goal is kept or changed.' })
  id!: string;

  @Field(() => RelationshipSide, { description: 'Whose goal it is.' })
  side!: RelationshipSide;

  @Field(() => String, { description: 'What is wanted.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'How both sides will see that it is reached.' })
  measure!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when.' })
  dueOn!: string | null;

  @Field(() => GoalStatus, { description: 'What has become of it.' })
  status!: GoalStatus;

  @Field(() => Boolean, { description: 'Whether its day has passed while it stands open.' })
  isOverdue!: boolean;
}

@ObjectType({ description: 'One thing that a version of a plan changed.' })
export class PlanChange {
  @Field(() => PlanChangeKind, { description: 'What kind of change.' })
  kind!: PlanChangeKind;

  @Field(() => String, { nullable: true, description: 'The goal, in its latest words; null for the review.' })
  goal!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'side, text, measure, dueOn, status or nextReviewOn; null for a goal as a whole.',
  })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  after!: string | null;
}
