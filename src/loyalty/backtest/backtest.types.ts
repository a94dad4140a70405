import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../common/scalars.js';
import type { LossLookedAt } from '../../domain/loyalty/backtest/losses.js';
import { HistoryKnowledge } from '../../domain/loyalty/terms.js';
import { FollowedByLoss, LossesForeseen, ReasonBacktest, WarningsFollowed } from './backtest-parts.types.js';

@ObjectType({
  description:
    'Flags and standings held against what accounts did: of the losses, which were announced; of the warnings, which came true.',
})
export class FlagBacktest {
  @Field(() => DateScalar, { description: 'First day looked at.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day looked at.' })
  to!: string;

  @Field(() => HistoryKnowledge, { description: 'From what the past is told.' })
  knowledge!: HistoryKnowledge;

  @Field(() => String, { description: 'ISO 4217 code of the values that are summed up.' })
  currency!: string;

  @Field(() => Int, { description: 'Customers judged by the end of the period.' })
  accounts!: number;

  @Field(() => Int, { description: 'Losses of accounts never judged before; in no share.' })
  unseenLosses!: number;

  @Field(() => FollowedByLoss, {
    description:
      'The yardstick: every account once, from the first day of the period on which it was judged. So often accounts are lost anyhow.',
  })
  base!: FollowedByLoss;

  @Field(() => LossesForeseen, { description: 'Losses announced by any flag.' })
  flagged!: LossesForeseen;

  @Field(() => LossesForeseen, { description: 'Losses announced by the standing AT_RISK.' })
  atRisk!: LossesForeseen;

  @Field(() => WarningsFollowed, { description: 'What came of the flags opened in the period.' })
  flagsFollowed!: WarningsFollowed;

  @Field(() => WarningsFollowed, { description: 'What came of accounts that came to stand AT_RISK.' })
  atRiskFollowed!: WarningsFollowed;

  @Field(() => [ReasonBacktest], { description: 'Reason by reason, most losses announced first.' })
  reasons!: readonly ReasonBacktest[];

  /** Shown in pages. */
  allLosses!: readonly LossLookedAt[];

  @Field(() => [String], {
    description: 'What a replay takes as it stands today, for want of dates; empty for AS_RECORDED.',
  })
  notReplayed!: string[];

  @Field(() => String, { description: 'The figures in plain sentences, and what they do not prove.' })
  reading!: string;
}
