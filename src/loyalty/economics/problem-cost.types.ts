import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';
import { CountedDifference, CountedShare } from '../counted.types.js';
import { BoundedAmount } from './worth.types.js';

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
  @Field(() => CountedShare, {
    description:
      'Account-years with a problem in the 365 days before the decision, and the share that stayed.',
  })
  withProblem!: CountedShare;

  @Field(() => CountedShare, { description: 'The same without a problem.' })
  without!: CountedShare;

  @Field(() => CountedDifference, { description: 'By how much fewer stay with a problem.' })
  fewerStay!: CountedDifference;

  @Field(() => CountedShare, { description: 'Of the customers with us, those with a problem in 365 days.' })
  affected!: CountedShare;

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
