import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';
import { ObservedShare } from '../observed-share.types.js';
import { BoundedAmount } from './worth.types.js';

@ObjectType({ description: 'A difference of two shares, with its 95 % interval (Newcombe 1998).' })
export class ShareDifference {
  @Field(() => Float, { description: '-1 to 1.' })
  difference!: number;

  @Field(() => Float, { description: 'Lower end of the interval.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end of the interval.' })
  high!: number;
}

@ObjectType({
  description: 'What preventing some of the problems would pay, bounded by the difference they make.',
})
export class PreventionPayoff {
  @Field(() => BoundedAmount, { description: 'Annual value that would stay.' })
  valueKept!: BoundedAmount;

  @Field(() => BoundedAmount, { description: 'The margin on it over the horizon, worth today.' })
  marginKept!: BoundedAmount;

  @Field(() => DecimalScalar, { description: "Handling cost of a year's problems that would not arise." })
  handlingSaved!: string;

  @Field(() => BoundedAmount, { description: 'Margin kept and handling saved.' })
  total!: BoundedAmount;
}

@ObjectType({ description: 'What goes with problems. That they go together does not prove cause.' })
export class ProblemCost {
  @Field(() => ObservedShare, {
    description:
      'Account-years with a problem in the 365 days before the decision, and the share that stayed.',
  })
  withProblem!: ObservedShare;

  @Field(() => ObservedShare, { description: 'The same without a problem.' })
  without!: ObservedShare;

  @Field(() => ShareDifference, {
    nullable: true,
    description: 'By how much fewer stay with a problem; null while one side has no account-year.',
  })
  fewerStay!: ShareDifference | null;

  @Field(() => ObservedShare, { description: 'Of the customers with us, those with a problem in 365 days.' })
  affected!: ObservedShare;

  @Field(() => DecimalScalar, { description: 'What they are worth in a year.' })
  valueAtStake!: string;

  @Field(() => Int, { description: 'Those of them without a value in the reporting currency.' })
  unvalued!: number;

  @Field(() => Int, { description: 'Problems that arose at customers with us in 365 days.' })
  problemsAYear!: number;

  @Field(() => DecimalScalar, { description: 'What those cost to handle.' })
  handlingCost!: string;

  @Field(() => PreventionPayoff, {
    nullable: true,
    description: 'What preventing some would pay; null while something is `missing`.',
  })
  payoff!: PreventionPayoff | null;
}
