import { shareDifference } from '../model/differences.js';
import { toFigure } from '../model/figures.js';
import { wilsonInterval } from '../model/wilson.js';

/** A share as counted, with how far so few cases can be trusted. */
export interface ObservedShare {
  /** Cases counted. */
  readonly n: number;
  /** Those of them that the share speaks of. */
  readonly hits: number;
  /** 0..1; null while there is no case. */
  readonly share: number | null;
  /** Ends of the 95 % Wilson interval, 0..1; null while there is no case. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Fewer cases than this are shown, and nothing is worked out from them. */
export const ENOUGH_OUTCOMES = 10;

const COVERAGE = 0.95;

/** The share of `hits` among `n` cases. */
export function observedShare(hits: number, n: number): ObservedShare {
  const interval = wilsonInterval(hits, n, COVERAGE);
  return {
    n,
    hits,
    share: n === 0 ? null : toFigure(hits / n),
    low: interval && toFigure(interval.low),
    high: interval && toFigure(interval.high),
  };
}

/** A difference of two shares, -1..1, with the ends of its 95 % interval (Newcombe 1998). */
export interface ShareDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** How much larger the first share is than the second; null while one of them has no case. */
export function observedDifference(first: ObservedShare, second: ObservedShare): ShareDifference | null {
  const counted = ({ hits, n }: ObservedShare) => ({ hits, of: n });
  const found = shareDifference(counted(first), counted(second), COVERAGE);
  if (!found) return null;
  const { difference, low, high } = found;
  return { difference: toFigure(difference), low: toFigure(low), high: toFigure(high) };
}
