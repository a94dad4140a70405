import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../common/pages/connection.types.js';
import { Money } from '../../common/money.types.js';
import { DateScalar } from '../../common/scalars.js';
import { RiskReasonCode } from '../../domain/judgement-terms.js';

@ObjectType({ description: 'A flag that was open some time in the year before a loss.' })
export class BacktestWarning {
  @Field(() => RiskReasonCode, { description: 'Which reason.' })
  code!: RiskReasonCode;

  @Field(() => Int, {
    description: 'Days from the first day of that year on which it was open to the loss, 1 to 365.',
  })
  daysAhead!: number;
}

@ObjectType({ description: 'A loss, and what was said of the account before that day.' })
export class BacktestLoss {
  accountId!: string;

  @Field(() => DateScalar, { description: 'The day of the loss.' })
  lostOn!: string;

  @Field(() => Money, {
    nullable: true,
    description: 'What the loss says was lost, else the annual value known the day before; null if unknown.',
  })
  value!: Money | null;

  @Field(() => Boolean, {
    description: 'Whether the account had been judged before: else nothing could have been said.',
  })
  seen!: boolean;

  @Field(() => [BacktestWarning], { description: 'Flags open in the year before, longest ahead first.' })
  warnings!: readonly BacktestWarning[];

  @Field(() => Int, {
    nullable: true,
    description: 'The same of the standing AT_RISK; null when it never stood so in that year.',
  })
  atRiskDaysAhead!: number | null;
}

export const BacktestLossConnection = connectionOf(BacktestLoss);
