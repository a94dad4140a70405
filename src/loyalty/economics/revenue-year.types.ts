import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';
import { CountedShare } from '../counted.types.js';

@ObjectType({ description: 'The loyalty events of one kind in a year.' })
export class RevenueMove {
  @Field(() => Int, { description: 'Accounts they happened at.' })
  accounts!: number;

  @Field(() => DecimalScalar, { description: 'Their amounts together.' })
  amount!: string;

  @Field(() => Int, {
    description: 'Events without an amount in the reporting currency, so not in `amount`.',
  })
  unvalued!: number;
}

@ObjectType({ description: 'How much of the annual value that came up for decision was kept.' })
export class RetainedValue {
  @Field(() => Int, { description: 'Decisions counted: what came up is known, in the reporting currency.' })
  decisions!: number;

  @Field(() => Int, { description: 'Decisions left out, because it is not.' })
  unvalued!: number;

  @Field(() => DecimalScalar, { description: 'What came up: renewed, given up and lost.' })
  cameUp!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of it that was renewed, 0 to 1; null when none came up.',
  })
  gross!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The same with what those decisions added; may exceed 1.',
  })
  net!: number | null;
}

@ObjectType({ description: 'What a calendar year brought and took, as recorded until today.' })
export class RevenueYear {
  @Field(() => Int, { description: 'The year; the present one is not over.' })
  year!: number;

  @Field(() => CountedShare, { description: 'Accounts that decided in it, and the share that stayed.' })
  retention!: CountedShare;

  @Field(() => RevenueMove, { description: 'Lost.' })
  lost!: RevenueMove;

  @Field(() => RevenueMove, { description: 'Won back.' })
  wonBack!: RevenueMove;

  @Field(() => RevenueMove, { description: 'Added by expansions.' })
  expanded!: RevenueMove;

  @Field(() => RevenueMove, { description: 'Given up in contractions.' })
  contracted!: RevenueMove;

  @Field(() => RetainedValue, { description: 'How much of the annual value was kept.' })
  retained!: RetainedValue;
}
