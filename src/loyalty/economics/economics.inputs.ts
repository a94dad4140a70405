import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';

@InputType({
  description:
    'Numbers to work with instead of what was observed or the defaults. What is out of range is refused with INVALID_INPUT.',
})
export class EconomicsInputs {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What an average customer is worth in a year, in the reporting currency; zero or more.',
  })
  annualValue?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of customers that stay from one year to the next, 0 to 1; below 1 without an end.',
  })
  retention?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the annual value left after what serving the customer costs, 0 to 1.',
  })
  margin?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What money loses in worth a year, 0 to 1; above 0 without an end.',
  })
  discountRate?: number | null;

  @Field(() => Int, { nullable: true, description: 'Years to come that are counted, 1 to 100.' })
  horizonYears?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'All years to come, instead of a horizon.' })
  endless?: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The change of retention to look at, -1 to 1: 0.01 is one point.',
  })
  retentionChange?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What handling one problem costs us, in the reporting currency; zero or more.',
  })
  handlingCost?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the accounts with problems that would have had none, 0 to 1.',
  })
  preventedShare?: number | null;
}
