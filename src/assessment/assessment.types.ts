import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../common/scalars.js';
import {
  DivergenceCause,
  DivergenceDirection,
  EvidenceGrade,
  RiskReasonCode,
} from '../domain/judgement-terms.js';
import { OrganisationLevel } from '../domain/terms.js';

@ObjectType({
  description: 'How one level of the organisation stands towards us, from what its people stated themselves.',
})
export class LevelStanding {
  @Field(() => OrganisationLevel, { description: 'The level.' })
  level!: OrganisationLevel;

  @Field(() => Int, { description: 'Active stakeholders known at the level.' })
  known!: number;

  @Field(() => Int, {
    description:
      'Of them, those who stated something in the last 365 days. None heard is unknown, never neutral.',
  })
  heard!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Time-weighted mean of the latest answers, 0 to 100; null when nobody was heard.',
  })
  score!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 % credible interval of the score.',
  })
  low!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the 95 % credible interval of the score.',
  })
  high!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What our own people estimate, 0 to 100; never mixed into the score.',
  })
  ourEstimate!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody of the level last stated something.',
  })
  lastHeardAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When we last had contact with somebody of the level.',
  })
  lastContactAt!: string | null;
}

@ObjectType({ description: 'How far apart operations and management are, and why.' })
export class Divergence {
  @Field(() => DivergenceDirection, { description: 'Which level is the more satisfied one.' })
  direction!: DivergenceDirection;

  @Field(() => EvidenceGrade, {
    description: 'How well the difference is supported. INSUFFICIENT: a level is unheard.',
  })
  grade!: EvidenceGrade;

  @Field(() => Float, {
    nullable: true,
    description: 'Operations minus management in points of 100; null when a level is unheard.',
  })
  gap!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Probability, 0 to 1, that the gap in this direction exceeds 12.5 points.',
  })
  probability!: number | null;

  @Field(() => DivergenceCause, {
    nullable: true,
    description: 'The most specific cause that the facts support.',
  })
  cause!: DivergenceCause | null;

  @Field(() => String, { nullable: true, description: 'What to do about it today, with the people named.' })
  nextAction!: string | null;
}

@ObjectType({ description: 'A record that proves a reason.' })
export class EvidenceRef {
  @Field(() => String, { description: 'What kind of record: `answer`, `interaction`, `stakeholder`.' })
  kind!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@ObjectType({ description: 'One reason why the account is at risk, with the records that prove it.' })
export class RiskReason {
  @Field(() => RiskReasonCode, { description: 'Which reason.' })
  code!: RiskReasonCode;

  @Field(() => Float, { description: 'What it adds, 0 to 1: risk = 1 - product of (1 - weight).' })
  weight!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Its weight as shipped, where weights calibrated on your outcomes are in force; else null.',
  })
  shippedWeight?: number | null;

  @Field(() => String, { description: 'The reason in a sentence one would say.' })
  summary!: string;

  @Field(() => [EvidenceRef], {
    description: 'The records that prove it; empty where the proof is that there are none.',
  })
  evidence!: EvidenceRef[];
}
