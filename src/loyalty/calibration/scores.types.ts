import { Field, Float, ObjectType } from '@nestjs/graphql';
import { RiskReasonCode } from '../../domain/judgement-terms.js';
import { CountedShare } from '../counted.types.js';

@ObjectType({ description: 'One band of predicted risk, with what was observed in it.' })
export class CalibrationBand {
  @Field(() => Float, { description: 'Least risk of the band.' })
  from!: number;

  @Field(() => Float, { description: 'Most risk of the band.' })
  to!: number;

  @Field(() => Float, { nullable: true, description: 'Mean predicted risk, 0 to 1; null for an empty band.' })
  predicted!: number | null;

  @Field(() => CountedShare, { description: 'How many of them left.' })
  observed!: CountedShare;
}

@ObjectType({ description: 'How well predicted risks fit what happened.' })
export class CalibrationScore {
  @Field(() => Float, {
    description: 'Brier score, the mean squared distance of risk and outcome: 0 is perfect, 0.25 a coin.',
  })
  brier!: number;

  @Field(() => [CalibrationBand], {
    description: 'The calibration plot, lowest band first. On the diagonal, predicted equals observed.',
  })
  bands!: readonly CalibrationBand[];
}

@ObjectType({ description: 'What a reason adds to the log odds of leaving.' })
export class LogisticCoefficient {
  @Field(() => RiskReasonCode, { description: 'Which reason.' })
  code!: RiskReasonCode;

  @Field(() => Float, { description: 'Below 0 where accounts with the reason left less often.' })
  coefficient!: number;
}

@ObjectType({ description: 'A ridge logistic regression on which reasons held.' })
export class LogisticYardstick extends CalibrationScore {
  @Field(() => Float, { description: 'Log odds of leaving without any reason.' })
  intercept!: number;

  @Field(() => [LogisticCoefficient], { description: 'Reason by reason.' })
  coefficients!: readonly LogisticCoefficient[];
}

@ObjectType({ description: 'A difference of two Brier scores on the same outcomes.' })
export class BrierDifference {
  @Field(() => Float, { description: 'The first less the second.' })
  difference!: number;

  @Field(() => Float, { description: 'Lower end of its 95 % interval.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end of its 95 % interval.' })
  high!: number;
}
