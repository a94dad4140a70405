import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../common/scalars.js';
import { connectionOf } from '../../common/pages/connection.types.js';
import { RiskReasonCode } from '../../domain/judgement-terms.js';
import { CalibrationNeed } from '../../domain/loyalty/calibration/missing.js';

@ObjectType({ description: 'How many outcomes of a kind there are and how many are needed.' })
export class MissingOutcomes {
  @Field(() => CalibrationNeed, { description: 'Which kind.' })
  need!: CalibrationNeed;

  @Field(() => Int, { description: 'How many there are.' })
  have!: number;

  @Field(() => Int, { description: 'How many it takes.' })
  needed!: number;
}

@ObjectType({ description: 'What the hazard of a reason, -ln(1 - weight), is multiplied by.' })
export class WeightFactor {
  @Field(() => RiskReasonCode, { description: 'Which reason.' })
  code!: RiskReasonCode;

  @Field(() => Float, { description: '1 leaves the weight as it is.' })
  factor!: number;
}

@ObjectType({ description: 'Weights that came into force at an instant.' })
export class WeightsInForce {
  @Field(() => Int, { description: 'Counts up with every change.' })
  number!: number;

  @Field(() => String, { description: 'The version assessments carry under them, as `1.1.0+c3`.' })
  methodVersion!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The proposal they come from; null for the weights as shipped.',
  })
  calibrationId!: string | null;

  @Field(() => DateTimeScalar, {
    description: 'Since when; a judgement as of an earlier day knows them not.',
  })
  inForceFrom!: string;

  byId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, as whoever put them in force said.' })
  reason!: string | null;

  @Field(() => [WeightFactor], {
    description: 'Reasons whose weight was learned; empty for those as shipped.',
  })
  factors!: WeightFactor[];
}

export const WeightsInForceConnection = connectionOf(WeightsInForce);

@ObjectType({
  description: 'Whether weights can be learned from what accounts did, and which weights are in force.',
})
export class RiskCalibration {
  @Field(() => Boolean, { description: 'Whether there are enough outcomes to propose weights.' })
  ready!: boolean;

  @Field(() => Int, { description: 'Losses of which something was known 90 days before.' })
  losses!: number;

  @Field(() => Int, { description: 'Decisions to stay of which something was known 90 days before.' })
  stays!: number;

  @Field(() => Int, {
    description: 'Outcomes before which nothing was known, and those older than the latest 2,000.',
  })
  unobserved!: number;

  @Field(() => [MissingOutcomes], { description: 'What is missing; empty when nothing is.' })
  missing!: readonly MissingOutcomes[];

  @Field(() => WeightsInForce, {
    nullable: true,
    description: 'What came into force last; null while the weights as shipped were never replaced.',
  })
  inForce!: WeightsInForce | null;

  @Field(() => Int, {
    description: 'Accounts still judged by the weights before; the sweep takes them within minutes.',
  })
  waiting!: number;

  @Field(() => String, { description: 'The same in a sentence.' })
  reading!: string;
}
