import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../common/pages/connection.types.js';
import { DateScalar, DateTimeScalar } from '../../common/scalars.js';
import { RiskReasonCode } from '../../domain/judgement-terms.js';
import { CalibrationVerdict } from '../../domain/loyalty/calibration/proposal.js';
import { CalibrationScore, BrierDifference, LogisticYardstick } from './scores.types.js';

@ObjectType({ description: 'How many outcomes there are of each kind.' })
export class OutcomeCounts {
  @Field(() => Int, { description: 'Accounts that left.' })
  losses!: number;

  @Field(() => Int, { description: 'Decisions to stay.' })
  stays!: number;
}

@ObjectType({ description: 'What outcomes make of the weight of one reason.' })
export class ProposedFactor {
  @Field(() => RiskReasonCode, { description: 'Which reason.' })
  code!: RiskReasonCode;

  @Field(() => Float, { description: 'What its hazard, -ln(1 - weight), is multiplied by, 0.1 to 4.' })
  factor!: number;

  @Field(() => Float, { description: 'Lower end of the 95 % interval of the factor.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end of the 95 % interval of the factor.' })
  high!: number;

  @Field(() => Int, { description: 'Outcomes before which the reason held.' })
  held!: number;

  @Field(() => Int, { description: 'Those of them that were losses.' })
  left!: number;

  @Field(() => Float, { description: 'Its mean weight as shipped where it held, 0 to 1.' })
  shippedWeight!: number;

  @Field(() => Float, { description: 'What the factor makes of that weight, 0 to 1.' })
  proposedWeight!: number;
}

@ObjectType({
  description:
    'Weights learned from the earlier outcomes, with what they are worth on the later ones, which they have not seen.',
})
export class CalibrationProposal {
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  proposedAt!: string;

  proposedById!: string | null;

  @Field(() => String, { description: 'The version of the method whose weights it was held against.' })
  methodVersion!: string;

  @Field(() => DateScalar, { description: 'Learned from outcomes before this day, tried on those since.' })
  laterFrom!: string;

  @Field(() => OutcomeCounts, { description: 'What was learned from.' })
  earlier!: OutcomeCounts;

  @Field(() => OutcomeCounts, { description: 'What it was tried on.' })
  later!: OutcomeCounts;

  @Field(() => [ProposedFactor], { description: 'Reason by reason; one that never held keeps its weight.' })
  factors!: ProposedFactor[];

  @Field(() => Float, {
    description: 'How many left though no reason held, 0 to 1. It enters no risk: a risk names its reasons.',
  })
  background!: number;

  @Field(() => CalibrationScore, { description: 'The weights as shipped on the later outcomes.' })
  shipped!: CalibrationScore;

  @Field(() => CalibrationScore, { description: 'The proposed weights on the same outcomes.' })
  proposed!: CalibrationScore;

  @Field(() => LogisticYardstick, {
    description: 'A logistic regression on the reasons, as a yardstick; it is never put in force.',
  })
  logistic!: LogisticYardstick;

  @Field(() => Float, {
    description: 'Brier score of giving every account the share that left among the earlier outcomes.',
  })
  constantBrier!: number;

  @Field(() => BrierDifference, {
    description: 'Brier score of the proposed weights less that of those shipped; below 0 is better.',
  })
  gain!: BrierDifference;

  @Field(() => CalibrationVerdict, { description: 'What that says.' })
  verdict!: CalibrationVerdict;

  @Field(() => String, { description: 'The same in plain sentences, and what it does not prove.' })
  reading!: string;
}

export const CalibrationProposalConnection = connectionOf(CalibrationProposal);
