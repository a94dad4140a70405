import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, pageArgs } from '../../common/pages/connection.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { CheckInResult } from '../../domain/loyalty/terms.js';
import { OrganisationLevel } from '../../domain/terms.js';
import { CheckIn } from './confirming/check-in.entity.js';
import { ExpectationRevision } from './expectation-revision.entity.js';
import { Expectation } from './expectation.entity.js';

export const ExpectationConnection = connectionOf(Expectation);
export const CheckInConnection = connectionOf(CheckIn);
export const ExpectationRevisionConnection = connectionOf(ExpectationRevision);

/** The pages of what hangs on one record. */
@ArgsType()
export class ExpectationsPage extends pageArgs(25) {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Also those that nobody expects any longer.',
  })
  includeRetired?: boolean | null;
}

@ArgsType()
export class CheckInsPage extends pageArgs(25) {}

@ArgsType()
export class RevisionsPage extends pageArgs(25) {}

@ObjectType({ description: 'Who at one level confirmed the words that hold.' })
export class LevelConfirmation {
  @Field(() => OrganisationLevel, { description: 'The level they held when they confirmed it.' })
  level!: OrganisationLevel;

  @Field(() => Boolean, {
    description:
      'Whether it is shared only once this level has confirmed it: both levels where few decide or nobody knows who does, operations in a flat account.',
  })
  isNeeded!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null if it never confirmed these words.' })
  lastConfirmedAt!: string | null;

  /** Shown as people by the resolver. */
  stakeholderIds!: readonly string[];
}

@ObjectType({ description: 'How far an expectation is shared. Confirmations of earlier words do not count.' })
export class ExpectationSharing {
  @Field(() => Boolean, { description: 'Whether every level that is needed has confirmed it.' })
  isShared!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last confirmed; null for never.' })
  lastConfirmedAt!: string | null;

  @Field(() => OrganisationLevel, { nullable: true, description: 'With which level; null for none.' })
  lastConfirmedLevel!: OrganisationLevel | null;

  @Field(() => [LevelConfirmation], { description: 'Operations and management, and others who confirmed.' })
  levels!: readonly LevelConfirmation[];
}

@ObjectType({ description: 'How an expectation went over time, over all its wordings.' })
export class ExpectationCourse {
  @Field(() => Int, { description: 'Check-ins that found it met in full.' })
  met!: number;

  @Field(() => Int, { description: 'Check-ins that found it met in part.' })
  partly!: number;

  @Field(() => Int, { description: 'Check-ins that found it not met.' })
  notMet!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Met in full among all check-ins, 0 to 1; null for none.',
  })
  shareMet!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % Wilson interval of the share.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % Wilson interval of the share.' })
  high!: number | null;

  @Field(() => CheckInResult, { nullable: true, description: 'What the last check-in found; null for none.' })
  latest!: CheckInResult | null;

  @Field(() => Int, { description: 'How many check-ins in a row found that, the last one among them.' })
  inARow!: number;
}
