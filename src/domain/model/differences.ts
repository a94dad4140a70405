import { studentQuantile } from './student.js';
import { type ShareInterval, wilsonInterval } from './wilson.js';

/** A difference and between which values the true one lies. */
export interface Difference extends ShareInterval {
  readonly difference: number;
}

/** So many of so many. */
export interface Counted {
  readonly hits: number;
  readonly of: number;
}

/** A sample of values by its figures. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** With `n - 1` below the line. */
  readonly variance: number;
}

/**
 * The first share minus the second, -1..1, with the interval that Newcombe (1998, Statistics in Medicine 17:873, method 10)
 * makes of the two Wilson intervals; null while one of them is of none.
 */
export function shareDifference(first: Counted, second: Counted, credibility: number): Difference | null {
  const ofFirst = wilsonInterval(first.hits, first.of, credibility);
  const ofSecond = wilsonInterval(second.hits, second.of, credibility);
  if (!ofFirst || !ofSecond) return null;
  const [p, q] = [first.hits / first.of, second.hits / second.of];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - ofFirst.low, ofSecond.high - q),
    high: difference + Math.hypot(ofFirst.high - p, q - ofSecond.low),
  };
}

/**
 * The first mean minus the second with the interval of Welch (1947, Biometrika 34:28), which does not take the two samples to
 * vary alike; null unless both hold two values and something varies.
 */
export function meanDifference(first: Sample, second: Sample, credibility: number): Difference | null {
  if (first.n < 2 || second.n < 2) return null;
  const [a, b] = [first.variance / first.n, second.variance / second.n];
  if (a + b === 0) return null;
  const freedom = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const reach = studentQuantile(0.5 + credibility / 2, freedom) * Math.sqrt(a + b);
  const difference = first.mean - second.mean;
  return { difference, low: difference - reach, high: difference + reach };
}
