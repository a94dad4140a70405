import { amountOf, timesFactor } from '../../exact-amount.js';
import { marginMultiple, type Discounting } from './margin-multiple.js';
import type { Bounded, BoundedRate } from './bounded.js';

/** What a change of retention adds to the margin of one year to come. */
export interface EffectOfYear {
  /** 1 for the coming year. */
  readonly year: number;
  /** Margin gained, or lost where negative, as a decimal. */
  readonly cashFlow: string;
  /** The same, worth today. */
  readonly presentValue: string;
}

/** What a change of retention is worth over the base. */
export interface RetentionEffect {
  /** Retention before and after, 0..1; the change stops at 0 and 1. */
  readonly from: number;
  readonly to: number;
  /** Present value over the whole horizon. */
  readonly presentValue: Bounded;
  /** Year by year; the first ten where there is no end. */
  readonly years: readonly EffectOfYear[];
}

/** Years shown one by one where all years to come are counted. */
const YEARS_SHOWN = 10;

/**
 * The cash flow of a base when retention changes by some points: in year t the margin times (r + change)^t - r^t.
 * `marginMicros` is a year's margin of the whole base in millionths.
 */
export function retentionEffect(
  marginMicros: bigint,
  retention: BoundedRate,
  change: number,
  discounting: Discounting,
): RetentionEffect {
  const gain = (rate: number): number =>
    marginMultiple(changed(rate, change), discounting) - marginMultiple(rate, discounting);
  const { low, high } = extremes(gain, retention, change);
  const worth = (factor: number): string => amountOf(timesFactor(marginMicros, factor));
  const hasBounds = retention.low !== null && retention.high !== null;
  const years = Array.from({ length: discounting.horizonYears ?? YEARS_SHOWN }, (_, index) =>
    effectOfYear(index + 1, marginMicros, retention.estimate, change, discounting),
  );
  return {
    from: retention.estimate,
    to: changed(retention.estimate, change),
    presentValue: {
      estimate: worth(gain(retention.estimate)),
      low: hasBounds ? worth(low) : null,
      high: hasBounds ? worth(high) : null,
    },
    years,
  };
}

/**
 * The least and the most the gain is while retention runs through its interval. It rises or falls up to where the change
 * reaches 0 or 1 and turns there, so the ends and that point hold both.
 */
function extremes(
  gain: (rate: number) => number,
  { estimate, low, high }: BoundedRate,
  change: number,
): { low: number; high: number } {
  const [from, to] = [low ?? estimate, high ?? estimate];
  const turn = change > 0 ? 1 - change : -change;
  const rates = [from, estimate, to, ...(turn > from && turn < to ? [turn] : [])];
  const gains = rates.map(gain);
  return { low: Math.min(...gains), high: Math.max(...gains) };
}

function effectOfYear(
  year: number,
  marginMicros: bigint,
  rate: number,
  change: number,
  { discountRate }: Discounting,
): EffectOfYear {
  const gain = changed(rate, change) ** year - rate ** year;
  return {
    year,
    cashFlow: amountOf(timesFactor(marginMicros, gain)),
    presentValue: amountOf(timesFactor(marginMicros, gain / (1 + discountRate) ** year)),
  };
}

function changed(rate: number, change: number): number {
  return Math.min(1, Math.max(0, rate + change));
}
