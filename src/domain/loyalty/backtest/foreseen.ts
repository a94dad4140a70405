import { quantile } from '../../model/quantile.js';
import { type CountedShare, countedShare } from '../counted-share.js';
import type { LossLookedAt } from './losses.js';
import { type ValueShare, valueShare } from './value-share.js';

/** How many days ahead warnings came. */
export interface DaysAhead {
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** Of the losses, how many were announced. */
export interface Foreseen {
  /** Of the losses of accounts judged before they were lost. */
  readonly losses: CountedShare;
  /** Of the warned ones; null when there is none. */
  readonly daysAhead: DaysAhead | null;
  /** Of the value of all those losses, what was announced. */
  readonly value: ValueShare;
}

/** Of the losses that could be seen coming, those announced: `aheadOf` says how many days, null for not at all. */
export function foreseen(
  losses: readonly LossLookedAt[],
  aheadOf: (loss: LossLookedAt) => number | null,
  currency: string,
): Foreseen {
  const seen = losses.filter((loss) => loss.seen).map((loss) => ({ ...loss, ahead: aheadOf(loss) }));
  const days = seen.map(({ ahead }) => ahead).filter((ahead) => ahead !== null);
  return {
    losses: countedShare(days.length, seen.length),
    daysAhead: days.length === 0 ? null : quartiles(days),
    value: valueShare(
      seen.map(({ value, ahead }) => ({ value, isHit: ahead !== null })),
      currency,
    ),
  };
}

/** The days since the earliest flag of the year before the loss. */
export function flaggedAhead({ warnings }: LossLookedAt): number | null {
  return warnings[0]?.daysAhead ?? null;
}

function quartiles(days: readonly number[]): DaysAhead {
  return {
    lowerQuartile: quantile(days, 0.25),
    median: quantile(days, 0.5),
    upperQuartile: quantile(days, 0.75),
  };
}
