import { type Counted, shareDifference } from '../model/differences.js';
import { toFigure, toFigureOrNull } from '../model/figures.js';
import { type ShareInterval, wilsonInterval } from '../model/wilson.js';
import { EVIDENCE_METHOD } from './evidence-method.js';

/** A share of some cases with its 95 % interval; of what is too few to speak of, the counts alone. */
export interface CountedShare {
  /** Cases the share is of. */
  readonly of: number;
  /** Those among them that are meant. */
  readonly hits: number;
  /** 0..1; null while there are too few. */
  readonly share: number | null;
  /** Ends of the 95 % Wilson interval; null together with the share. */
  readonly low: number | null;
  readonly high: number | null;
  /** Fewer than five cases: the share would say less than its digits. */
  readonly tooFew: boolean;
}

/** A difference of two figures with its interval. */
export interface CountedDifference {
  /** The first minus the second; null while one of them is of too few. */
  readonly difference: number | null;
  /** Ends of its 95 % interval; null too where the cases do not vary, so that nothing tells how certain it is. */
  readonly low: number | null;
  readonly high: number | null;
  readonly tooFew: boolean;
}

/** The difference that is not worked out, because there are too few on one side. */
export const TOO_FEW: CountedDifference = { difference: null, low: null, high: null, tooFew: true };

/** The share with its interval. */
export function countedShare(hits: number, of: number): CountedShare {
  const { fewest, credibility } = EVIDENCE_METHOD;
  const interval = of < fewest ? null : wilsonInterval(hits, of, credibility);
  if (!interval) return { of, hits, share: null, low: null, high: null, tooFew: true };
  const { low, high } = interval;
  return { of, hits, share: toFigure(hits / of), low: toFigure(low), high: toFigure(high), tooFew: false };
}

/** The share of those who stayed among some outcomes. */
export function stayedShare(outcomes: readonly { readonly stayed: boolean }[]): CountedShare {
  return countedShare(outcomes.filter(({ stayed }) => stayed).length, outcomes.length);
}

/** The first share minus the second, with Newcombe's interval. */
export function countedDifference(first: Counted, second: Counted): CountedDifference {
  const { fewest, credibility } = EVIDENCE_METHOD;
  const found = Math.min(first.of, second.of) < fewest ? null : shareDifference(first, second, credibility);
  return found ? shownDifference(found.difference, found) : TOO_FEW;
}

/** A difference as it is shown. */
export function shownDifference(difference: number, interval: ShareInterval | null): CountedDifference {
  const [low, high] = [interval?.low ?? null, interval?.high ?? null];
  return {
    difference: toFigure(difference),
    low: toFigureOrNull(low),
    high: toFigureOrNull(high),
    tooFew: false,
  };
}
