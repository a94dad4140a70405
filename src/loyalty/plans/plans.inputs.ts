import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Length, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsOurId, IsRef, NamesPeople, RefInput } from '../../common/reference.types.js';
import { DateScalar } from '../../common/scalars.js';
import { GoalStatus, RelationshipSide } from '../../domain/loyalty/terms.js';

/** The most goals a plan holds: more than that, and nobody works at them. */
const MOST_GOALS = 40;

@InputType({ description: 'A goal of one side.' })
export class PlanGoalInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Its id, for a goal that the plan holds already; a new one when left out.',
  })
  @IsOptional()
  @IsOurId()
  id?: string | null;

  @Field(() => RelationshipSide, { description: 'Whose goal it is.' })
  side!: RelationshipSide;

  @Field(() => String, { description: 'What is wanted, in 1 to 500 characters.' })
  @Matches(/\S/, { message: 'A goal needs words.' })
  @Length(1, 500, { message: 'A goal has 1 to 500 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How both sides will see that it is reached, up to 300 characters.',
  })
  @IsOptional()
  @MaxLength(300, { message: 'A measure has at most 300 characters.' })
  measure?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when.' })
  dueOn?: string | null;

  @Field(() => GoalStatus, {
    nullable: true,
    defaultValue: GoalStatus.OPEN,
    description: 'What has become of it.',
  })
  status?: GoalStatus | null;
}

@InputType({ description: 'The plan of a relationship, as a whole: each account has one.' })
export class RelationshipPlanInput {
  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read: a newer one is not overwritten, but refused with CONFLICT. Left out for the first plan of an account.',
  })
  @IsOptional()
  @Min(1, { message: 'Versions start at 1.' })
  expectedVersion?: number | null;

  @Field(() => [PlanGoalInput], {
    nullable: true,
    description: 'All goals, up to 40: those that are not among them are taken out. Left out, they stay.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_GOALS, { message: 'A plan holds at most 40 goals.' })
  @ValidateNested({ each: true })
  @Type(() => PlanGoalInput)
  goals?: PlanGoalInput[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When it is next reviewed. Left out, it stays; null clears it.',
  })
  nextReviewOn?: string | null;
}

@InputType({ description: 'A review of a plan was held.' })
export class RecordPlanReviewInput {
  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  heldOn!: string;

  @Field(() => [RefInput], {
    nullable: true,
    description: 'Who of the account took part, up to 100 people; nobody when we were among ourselves.',
  })
  @IsOptional()
  @NamesPeople()
  with?: RefInput[] | null;

  @Field(() => String, { description: 'What came of it, in 1 to 2,000 characters.' })
  @Matches(/\S/, { message: 'Say what came of it.' })
  @Length(1, 2_000, { message: 'An outcome has 1 to 2,000 characters.' })
  outcome!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the next one is to be held, on a later day; none is planned when left out.',
  })
  nextReviewOn?: string | null;
}
