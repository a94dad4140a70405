import type { RiskReasonCode } from '../../../domain/judgement-terms.js';
import type { HistoryKnowledge } from '../../../domain/loyalty/terms.js';
import type { MoneyAnswer } from '../words.js';
import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import { SHARE_FIELDS } from './shares.js';

const FORESEEN = `losses { ${SHARE_FIELDS} } daysAhead { lowerQuartile median upperQuartile } value { hits of share unvalued }`;
const FOLLOWED = `accounts { lost { ${SHARE_FIELDS} } notYetKnown } lift`;

/** How flags and standings did as warnings, as the command prints it. */
export const BACKTEST_QUERY = `query Backtest($from: Date!, $to: Date!, $knowledge: HistoryKnowledge, $filter: AccountFilter) {
  flagBacktest(from: $from, to: $to, knowledge: $knowledge, filter: $filter) {
    from to knowledge currency accounts unseenLosses base { lost { ${SHARE_FIELDS} } notYetKnown }
    flagged { ${FORESEEN} } atRisk { ${FORESEEN} } flagsFollowed { ${FOLLOWED} } atRiskFollowed { ${FOLLOWED} }
    reasons { code foreseen { ${SHARE_FIELDS} } followed { ${FOLLOWED} } }
    losses(first: 100) { totalCount nodes {
      account { name } lostOn value { amount currency } warnings { code daysAhead } atRiskDaysAhead } }
    notReplayed reading
  }
}`;

/** How many losses were announced. */
export interface ForeseenAnswer {
  readonly losses: CountedShare;
  readonly daysAhead: {
    readonly lowerQuartile: number;
    readonly median: number;
    readonly upperQuartile: number;
  } | null;
  readonly value: { readonly hits: string; readonly of: string; readonly share: number | null };
}

/** What came of warnings. */
export interface FollowedAnswer {
  readonly accounts: { readonly lost: CountedShare; readonly notYetKnown: number };
  readonly lift: number | null;
}

/** A loss and what was said before it. */
export interface LossAnswer {
  readonly account: { readonly name: string };
  readonly lostOn: string;
  readonly value: MoneyAnswer | null;
  readonly warnings: readonly { readonly code: RiskReasonCode; readonly daysAhead: number }[];
  readonly atRiskDaysAhead: number | null;
}

/** What that query answers. */
export interface BacktestAnswer {
  readonly flagBacktest: {
    readonly from: string;
    readonly to: string;
    readonly knowledge: HistoryKnowledge;
    readonly currency: string;
    readonly accounts: number;
    readonly unseenLosses: number;
    readonly base: FollowedAnswer['accounts'];
    readonly flagged: ForeseenAnswer;
    readonly atRisk: ForeseenAnswer;
    readonly flagsFollowed: FollowedAnswer;
    readonly atRiskFollowed: FollowedAnswer;
    readonly reasons: readonly {
      readonly code: RiskReasonCode;
      readonly foreseen: CountedShare;
      readonly followed: FollowedAnswer;
    }[];
    readonly losses: { readonly totalCount: number; readonly nodes: readonly LossAnswer[] };
    readonly notReplayed: readonly string[];
    readonly reading: string;
  };
}
