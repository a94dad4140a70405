import { dateOf } from '../../instants.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { type CountedShare, countedShare } from '../counted-share.js';
import { type BacktestFrame, followed, type Followed, lift, oncePerAccount, type Start } from './followed.js';
import { flaggedAhead, type Foreseen, foreseen } from './foreseen.js';
import { lossesLookedAt, type LossLookedAt } from './losses.js';
import type { AccountTrack, FlagSpell, Spell } from './track.js';

/** What came of the openings of a kind of warning: of each of them, and of the accounts that had any. */
export interface WarningsFollowed {
  /** One case per opening; several of one account are not independent, so their interval is too narrow. */
  readonly openings: Followed;
  /** One case per account, from its first opening in the period. */
  readonly accounts: Followed;
  /** How many times as often such an account was lost as any account; null when too few cases say so. */
  readonly lift: number | null;
}

/** What one reason was worth as a warning. */
export interface ReasonBacktest {
  readonly code: RiskReasonCode;
  /** Of the losses that could be seen coming, those with this flag open in the year before. */
  readonly foreseen: CountedShare;
  readonly followed: WarningsFollowed;
}

/** Warnings held against what happened. */
export interface Backtest {
  /** Accounts that were looked at. */
  readonly accounts: number;
  /** Losses of accounts that had never been judged before: nobody could have been warned. */
  readonly unseenLosses: number;
  /** Every account once, from the first day it was judged in the period: how often accounts are lost anyhow. */
  readonly base: Followed;
  readonly flagged: Foreseen;
  readonly atRisk: Foreseen;
  readonly flagsFollowed: WarningsFollowed;
  readonly atRiskFollowed: WarningsFollowed;
  /** Those that occurred at all, most losses foreseen first. */
  readonly reasons: readonly ReasonBacktest[];
  /** Latest first. */
  readonly losses: readonly LossLookedAt[];
}

/** Holds what was said of accounts against what they did: losses and openings in the period, both days included. */
export function backtest(tracks: readonly AccountTrack[], frame: BacktestFrame): Backtest {
  const losses = tracks.flatMap((track) => lossesLookedAt(track, frame.from, frame.to));
  const base = followed(firstJudged(tracks, frame), frame);
  const flagsOf = (code: RiskReasonCode | null) =>
    openings(tracks, ({ flags }) => flags.filter((flag) => code === null || flag.code === code), frame);
  return {
    accounts: tracks.filter(({ judgedFrom }) => judgedFrom !== null && dateOf(judgedFrom) <= frame.to).length,
    unseenLosses: losses.filter(({ seen }) => !seen).length,
    base,
    flagged: foreseen(losses, flaggedAhead, frame.currency),
    atRisk: foreseen(losses, ({ atRiskDaysAhead }) => atRiskDaysAhead, frame.currency),
    flagsFollowed: warningsFollowed(flagsOf(null), base, frame),
    atRiskFollowed: warningsFollowed(
      openings(tracks, ({ atRisk }) => atRisk, frame),
      base,
      frame,
    ),
    reasons: Object.values(RiskReasonCode)
      .map((code) => ofReason(code, losses, warningsFollowed(flagsOf(code), base, frame)))
      .filter(({ foreseen: { hits }, followed: { openings } }) => hits > 0 || casesOf(openings) > 0)
      .sort((a, b) => b.foreseen.hits - a.foreseen.hits || (a.code < b.code ? -1 : 1)),
    losses: [...losses].sort(latestFirst),
  };
}

function ofReason(
  code: RiskReasonCode,
  losses: readonly LossLookedAt[],
  followedBy: WarningsFollowed,
): ReasonBacktest {
  const seen = losses.filter((loss) => loss.seen);
  const warned = seen.filter(({ warnings }) => warnings.some((warning) => warning.code === code));
  return { code, foreseen: countedShare(warned.length, seen.length), followed: followedBy };
}

function warningsFollowed(starts: readonly Start[], base: Followed, frame: BacktestFrame): WarningsFollowed {
  const accounts = followed(oncePerAccount(starts), frame);
  return { openings: followed(starts, frame), accounts, lift: lift(accounts, base) };
}

/** The days of the period on which something began to be said. */
function openings(
  tracks: readonly AccountTrack[],
  spellsOf: (track: AccountTrack) => readonly (Spell | FlagSpell)[],
  { from, to }: BacktestFrame,
): Start[] {
  return tracks.flatMap((track) =>
    spellsOf(track)
      .map((spell) => ({ track, on: dateOf(spell.from) }))
      .filter(({ on }) => on >= from && on <= to),
  );
}

function firstJudged(tracks: readonly AccountTrack[], { from, to }: BacktestFrame): Start[] {
  return tracks.flatMap((track) => {
    if (track.judgedFrom === null) return [];
    const judged = dateOf(track.judgedFrom);
    const on = judged < from ? from : judged;
    return on <= to ? [{ track, on }] : [];
  });
}

function casesOf({ lost, notYetKnown, afterLoss }: Followed): number {
  return lost.of + notYetKnown + afterLoss;
}

function latestFirst(a: LossLookedAt, b: LossLookedAt): number {
  if (a.lostOn !== b.lostOn) return a.lostOn > b.lostOn ? -1 : 1;
  return a.accountId < b.accountId ? -1 : 1;
}
