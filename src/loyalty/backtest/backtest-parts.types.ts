import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';
import { RiskReasonCode } from '../../domain/judgement-terms.js';
import { CountedShare } from '../counted.types.js';

@ObjectType({
  description:
    'A share of money in the reporting currency. Money is no count of cases, so there is no interval.',
})
export class BacktestValueShare {
  @Field(() => DecimalScalar, { description: 'Of which it is true.' })
  hits!: string;

  @Field(() => DecimalScalar, { description: 'All of it.' })
  of!: string;

  @Field(() => Float, { nullable: true, description: '0 to 1; null when nothing is valued.' })
  share!: number | null;

  @Field(() => Int, {
    description: 'Cases whose value is unknown or in another currency, so in neither sum.',
  })
  unvalued!: number;
}

@ObjectType({ description: 'How many days before the losses warnings came, at most 365.' })
export class BacktestDaysAhead {
  @Field(() => Float, { description: 'A quarter came later than this.' })
  lowerQuartile!: number;

  @Field(() => Float, { description: 'Half of them.' })
  median!: number;

  @Field(() => Float, { description: 'A quarter came earlier than this.' })
  upperQuartile!: number;
}

@ObjectType({ description: 'Of the losses, how many were announced some time in the 365 days before.' })
export class LossesForeseen {
  @Field(() => CountedShare, { description: 'Of losses of accounts that had been judged before.' })
  losses!: CountedShare;

  @Field(() => BacktestDaysAhead, { nullable: true, description: 'Null when none was announced.' })
  daysAhead!: BacktestDaysAhead | null;

  @Field(() => BacktestValueShare, { description: 'The same by value lost.' })
  value!: BacktestValueShare;
}

@ObjectType({ description: 'What followed within 365 days of some days.' })
export class FollowedByLoss {
  @Field(() => CountedShare, { description: 'Of those whose year is over, the ones followed by a loss.' })
  lost!: CountedShare;

  @Field(() => Int, { description: 'Those whose year is not over: they prove nothing yet.' })
  notYetKnown!: number;

  @Field(() => Int, { description: 'Of these, the ones lost already.' })
  lostAlready!: number;

  @Field(() => Int, { description: 'Those at accounts that had left before; in no other figure.' })
  afterLoss!: number;

  @Field(() => BacktestValueShare, { description: 'The same by annual value on the day itself.' })
  value!: BacktestValueShare;
}

@ObjectType({ description: 'What came of a kind of warning.' })
export class WarningsFollowed {
  @Field(() => FollowedByLoss, {
    description:
      'Every opening in the period. Several at one account are not independent: the interval is too narrow.',
  })
  openings!: FollowedByLoss;

  @Field(() => FollowedByLoss, { description: 'Every account once, from its first opening in the period.' })
  accounts!: FollowedByLoss;

  @Field(() => Float, {
    nullable: true,
    description: 'How many times as often such accounts were lost as any account; null below 5 cases.',
  })
  lift!: number | null;
}

@ObjectType({ description: 'What one reason was worth as a warning.' })
export class ReasonBacktest {
  @Field(() => RiskReasonCode, { description: 'Which reason.' })
  code!: RiskReasonCode;

  @Field(() => CountedShare, { description: 'Of the losses, those with this flag open in the year before.' })
  foreseen!: CountedShare;

  @Field(() => WarningsFollowed, { description: 'Of its openings, those followed by a loss.' })
  followed!: WarningsFollowed;
}
