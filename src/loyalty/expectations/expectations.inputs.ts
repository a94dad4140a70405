import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsOurId, IsRef, NamesPeople, RefInput } from '../../common/reference.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { USUAL_CHECK_DAYS } from '../../domain/loyalty/expectations/expectation.js';
import { CheckInResult, RelationshipSide } from '../../domain/loyalty/terms.js';

const INTERVAL = 'Check-ins are 1 to 731 days apart.';
const STATEMENT = 'An expectation has 1 to 1,000 characters.';

@InputType({ description: 'What one side expects and the other agrees to.' })
export class AgreeExpectationInput {
  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => RelationshipSide, { description: 'Whose expectation it is.' })
  side!: RelationshipSide;

  @Field(() => String, { description: 'What is expected, in 1 to 1,000 characters.' })
  @Matches(/\S/, { message: 'An expectation needs words.' })
  @Length(1, 1_000, { message: STATEMENT })
  statement!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How both sides see whether it is met, up to 500 characters.',
  })
  @IsOptional()
  @MaxLength(500, { message: 'A measure has at most 500 characters.' })
  measure?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the measure should be, up to 200 characters; only with a measure.',
  })
  @IsOptional()
  @MaxLength(200, { message: 'A target has at most 200 characters.' })
  target?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_CHECK_DAYS,
    description: 'How often both sides look at it, every 1 to 731 days.',
  })
  @IsOptional()
  @Min(1, { message: INTERVAL })
  @Max(731, { message: INTERVAL })
  checkEveryDays?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was agreed; now when left out, never in the future.',
  })
  agreedAt?: string | null;

  @Field(() => [RefInput], {
    nullable: true,
    description: 'Who of the account confirmed it when it was agreed, up to 100 people.',
  })
  @IsOptional()
  @NamesPeople()
  with?: RefInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The contact with the account in which they did.' })
  @IsOptional()
  @IsOurId()
  interaction?: string | null;
}

@InputType({
  description:
    'New words for an expectation: nobody has confirmed them yet. Fields left out stay as they are; null clears measure or target.',
})
export class ReviseExpectationInput {
  @Field(() => ID, { description: 'The expectation.' })
  @IsOurId()
  expectation!: string;

  @Field(() => Int, { description: 'The revision that was read: a newer one is refused with CONFLICT.' })
  @Min(1, { message: 'Revisions start at 1.' })
  expectedRevision!: number;

  @Field(() => String, { nullable: true, description: 'What is expected, in 1 to 1,000 characters.' })
  @ValidateIf((input: ReviseExpectationInput) => input.statement !== undefined)
  @Matches(/\S/, { message: 'An expectation needs words.' })
  @Length(1, 1_000, { message: STATEMENT })
  statement?: string | null;

  @Field(() => String, { nullable: true, description: 'How both sides see whether it is met.' })
  @IsOptional()
  @MaxLength(500, { message: 'A measure has at most 500 characters.' })
  measure?: string | null;

  @Field(() => String, { nullable: true, description: 'What the measure should be; only with a measure.' })
  @IsOptional()
  @MaxLength(200, { message: 'A target has at most 200 characters.' })
  target?: string | null;

  @Field(() => Int, { nullable: true, description: 'How often both sides look at it, every 1 to 731 days.' })
  @IsOptional()
  @Min(1, { message: INTERVAL })
  @Max(731, { message: INTERVAL })
  checkEveryDays?: number | null;

  @Field(() => String, { description: 'Why it is changed, in 1 to 2,000 characters.' })
  @Matches(/\S/, { message: 'Say why it is changed.' })
  @Length(1, 2_000, { message: 'A reason has 1 to 2,000 characters.' })
  reason!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the new words were agreed; now when left out, not before the last ones.',
  })
  agreedAt?: string | null;
}

@InputType({ description: 'People of the account say that this is what both sides expect.' })
export class ConfirmExpectationInput {
  @Field(() => ID, { description: 'The expectation.' })
  @IsOurId()
  expectation!: string;

  @Field(() => [RefInput], { description: 'Who, 1 to 100 people of the account.' })
  @NamesPeople('Name at least one stakeholder who confirmed it.')
  with!: RefInput[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When; now when left out. Neither in the future nor before these words were agreed.',
  })
  confirmedAt?: string | null;

  @Field(() => ID, { nullable: true, description: 'The contact with the account in which they did.' })
  @IsOptional()
  @IsOurId()
  interaction?: string | null;
}

@InputType({ description: 'Both sides looked at an expectation.' })
export class RecordCheckInInput {
  @Field(() => ID, { description: 'The expectation.' })
  @IsOurId()
  expectation!: string;

  @Field(() => CheckInResult, { description: 'How it was found to be met.' })
  result!: CheckInResult;

  @Field(() => [RefInput], { description: 'Who of the account took part, 1 to 100 people.' })
  @NamesPeople('Name at least one stakeholder who took part.')
  with!: RefInput[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When; now when left out. Neither in the future nor before it was first agreed.',
  })
  heldAt?: string | null;

  @Field(() => String, { nullable: true, description: 'What was said about it, up to 2,000 characters.' })
  @IsOptional()
  @MaxLength(2_000, { message: 'A comment has at most 2,000 characters.' })
  comment?: string | null;
}
