import { type ShareInterval, wilsonInterval } from '../../model/wilson.js';
import { CheckInResult } from '../terms.js';
import type { CheckInFact } from './expectation.js';

/** How an expectation went over time. */
export interface Course {
  readonly met: number;
  readonly partly: number;
  readonly notMet: number;
  /** Met in full among all check-ins, 0..1; null while there were none. */
  readonly shareMet: number | null;
  /** The Wilson interval of that share. */
  readonly interval: ShareInterval | null;
  /** What the last check-in found; null while there were none. */
  readonly latest: CheckInResult | null;
  /** How many check-ins in a row, the last one among them, found that. */
  readonly inARow: number;
}

const CREDIBILITY = 0.95;

/** What the check-ins found, whatever order they were recorded in; `checkIns` of one instant keep theirs. */
export function courseOf(checkIns: readonly CheckInFact[]): Course {
  const results = [...checkIns].sort(byTime).map(({ result }) => result);
  const count = (wanted: CheckInResult): number => results.filter((result) => result === wanted).length;
  const met = count(CheckInResult.MET);
  const latest = results.at(-1) ?? null;
  const changed = results.findLastIndex((result) => result !== latest);
  return {
    met,
    partly: count(CheckInResult.PARTLY),
    notMet: count(CheckInResult.NOT_MET),
    shareMet: results.length === 0 ? null : met / results.length,
    interval: wilsonInterval(met, results.length, CREDIBILITY),
    latest,
    inARow: results.length - 1 - changed,
  };
}

function byTime(a: CheckInFact, b: CheckInFact): number {
  return a.heldAt < b.heldAt ? -1 : Number(a.heldAt > b.heldAt);
}
