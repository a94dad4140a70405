import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';

@ObjectType({
  description:
    'An amount that was worked out, and between which bounds it lies by the 95 % intervals it rests on.',
})
export class BoundedAmount {
  @Field(() => DecimalScalar, { description: 'By what was observed, or given.' })
  estimate!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Lower bound; null where retention was given.' })
  low!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper bound; null where retention was given.' })
  high!: string | null;
}

@ObjectType({ description: 'A multiple of a year, and between which bounds it lies.' })
export class BoundedMultiple {
  @Field(() => Float, { description: 'By what was observed, or given.' })
  estimate!: number;

  @Field(() => Float, { nullable: true, description: 'Lower bound; null where retention was given.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper bound; null where retention was given.' })
  high!: number | null;
}

@ObjectType({ description: 'How many customers, and what they are worth in a year.' })
export class ValuedCount {
  @Field(() => Int, { description: 'Customers with us.' })
  accounts!: number;

  @Field(() => DecimalScalar, { description: 'Their annual value.' })
  value!: string;

  @Field(() => Int, { description: 'Those without a value in the reporting currency, so not in `value`.' })
  unvalued!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What losing all of them would cost: the margin over the horizon, worth today; null while unknown.',
  })
  cost!: string | null;
}

@ObjectType({
  description: 'What the base at risk would cost to lose. It lies between `atRisk` and `atRiskOrUnknown`.',
})
export class RiskCost {
  @Field(() => ValuedCount, { description: 'Those at risk: at least these.' })
  atRisk!: ValuedCount;

  @Field(() => ValuedCount, { description: 'Those at risk and those not known: at most these.' })
  atRiskOrUnknown!: ValuedCount;

  @Field(() => ValuedCount, { description: 'All customers with us.' })
  base!: ValuedCount;

  @Field(() => DecimalScalar, {
    description: 'Annual value times risk, summed over the base: an index for ordering work, no forecast.',
  })
  valueAtRisk!: string;
}
