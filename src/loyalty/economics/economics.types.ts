import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';
import { EconomicsInputName, InputSource } from '../../domain/loyalty/economics/economics-inputs.js';
import { CountedShare } from '../counted.types.js';
import { ProblemCost } from './problem-cost.types.js';
import { RevenueYear } from './revenue-year.types.js';
import { BoundedAmount, BoundedMultiple, RiskCost } from './worth.types.js';

@ObjectType({ description: 'A number the economics were worked out with, and where it comes from.' })
export class EconomicsInputUsed {
  @Field(() => EconomicsInputName, { description: 'Which.' })
  name!: EconomicsInputName;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The number; null where it is not known, or, for the horizon, where there is no end.',
  })
  value!: string | null;

  @Field(() => InputSource, { description: 'Where it comes from.' })
  source!: InputSource;

  @Field(() => Int, { nullable: true, description: 'Cases it was counted from; null unless observed.' })
  n!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Lower end of its 95 % interval; null where it has none.',
  })
  low!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Upper end of its 95 % interval; null where it has none.',
  })
  high!: string | null;
}

@ObjectType({ description: 'What customers are worth today: margin x annual value x multiple.' })
export class CustomerValue {
  @Field(() => BoundedMultiple, {
    description:
      'What one unit of margin a year is worth today: the sum over the years t of retention^t / (1 + discount rate)^t.',
  })
  multiple!: BoundedMultiple;

  @Field(() => BoundedAmount, { description: 'Of an average customer.' })
  perCustomer!: BoundedAmount;

  @Field(() => BoundedAmount, { description: 'Of all customers with us who are valued.' })
  base!: BoundedAmount;
}

@ObjectType({ description: 'What a change of retention adds to the margin of one year to come.' })
export class EffectOfYear {
  @Field(() => Int, { description: '1 for the coming year.' })
  year!: number;

  @Field(() => DecimalScalar, { description: 'Margin gained; lost where negative.' })
  cashFlow!: string;

  @Field(() => DecimalScalar, { description: 'The same, worth today.' })
  presentValue!: string;
}

@ObjectType({ description: 'What a change of retention is worth over the base.' })
export class RetentionEffect {
  @Field(() => Float, { description: 'Retention before, 0 to 1.' })
  from!: number;

  @Field(() => Float, { description: 'Retention afterwards; a change stops at 0 and 1.' })
  to!: number;

  @Field(() => BoundedAmount, { description: 'Over the whole horizon, worth today.' })
  presentValue!: BoundedAmount;

  @Field(() => [EffectOfYear], { description: 'Year by year; the first ten where there is no end.' })
  years!: readonly EffectOfYear[];
}

@ObjectType({
  description:
    'What loyalty is worth. Customers only, and amounts in the reporting currency only: others are counted, never converted. ' +
    'Nothing is worked out from fewer than ten outcomes; what was observed is shown all the same.',
})
export class LoyaltyEconomics {
  @Field(() => String, { description: 'The reporting currency of all amounts, ISO 4217.' })
  currency!: string;

  @Field(() => [EconomicsInputUsed], { description: 'Every number it was worked out with.' })
  inputs!: readonly EconomicsInputUsed[];

  @Field(() => CountedShare, {
    description: 'Account-years with a decision, and the share that ended with the account still with us.',
  })
  retention!: CountedShare;

  @Field(() => CustomerValue, {
    nullable: true,
    description: 'What customers are worth today; null while something is `missing`.',
  })
  customerValue!: CustomerValue | null;

  @Field(() => RetentionEffect, {
    nullable: true,
    description: 'What a change of retention is worth; null while something is `missing`.',
  })
  retentionEffect!: RetentionEffect | null;

  @Field(() => ProblemCost, { description: 'What goes with problems, and what preventing some would pay.' })
  problems!: ProblemCost;

  @Field(() => RiskCost, { description: 'How much of the base is at risk, and what losing it would cost.' })
  riskCost!: RiskCost;

  @Field(() => [RevenueYear], { description: 'Lost, won back and kept, by calendar year, latest first.' })
  years!: readonly RevenueYear[];

  @Field(() => [String], {
    description: 'What could not be worked out, and what it would take; empty when all could.',
  })
  missing!: readonly string[];

  @Field(() => [String], { description: 'How to read the figures, and what they do not prove.' })
  reading!: readonly string[];
}
