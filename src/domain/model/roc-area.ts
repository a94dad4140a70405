import type { Difference } from './differences.js';
import { normalQuantile } from './normal.js';
import type { ShareInterval } from './wilson.js';

/** Two scores of one case, and whether it turned out well. */
export interface PairedCase {
  readonly first: number;
  readonly second: number;
  readonly good: boolean;
}

/**
 * The area under the ROC curve: the probability that a case which turned out well scored higher than one that did not,
 * equal scores counting half (Bamber 1975, Journal of Mathematical Psychology 12:387). .5 tells nothing apart, 1 everything.
 * Null unless there are cases of both.
 */
export function rocArea(good: readonly number[], bad: readonly number[]): number | null {
  return good.length === 0 || bad.length === 0 ? null : mean(placements(good, bad));
}

/**
 * The interval of an area: all true areas which the found one does not contradict, with the variance of Hanley & McNeil
 * (1982, Radiology 143:29) taken at the true area. Newcombe (2006, Statistics in Medicine 25:559) found this one, his
 * method 5, to hold its coverage in small samples; at an area of 0 or 1 it does not shrink to a point.
 */
export function rocAreaInterval(area: number, good: number, bad: number, credibility: number): ShareInterval {
  const z = normalQuantile(0.5 + credibility / 2);
  const contradicts = (truth: number): boolean =>
    Math.abs(truth - area) > z * Math.sqrt(areaVariance(truth, good, bad));
  return { low: boundary(area, 0, contradicts), high: boundary(area, 1, contradicts) };
}

/** Hanley & McNeil's variance for two exponential distributions, with Newcombe's common `(good + bad) / 2 - 1`. */
function areaVariance(area: number, good: number, bad: number): number {
  const others = (good + bad) / 2 - 1;
  const dependence = others * ((1 - area) / (2 - area) + area / (1 + area));
  return (area * (1 - area) * (1 + dependence)) / (good * bad);
}

/** Where, on the way from `inside` to `outside`, the contradiction begins; `outside` itself is always one. */
function boundary(inside: number, outside: number, contradicts: (truth: number) => boolean): number {
  if (inside === outside) return outside;
  let [near, far] = [inside, outside];
  for (let step = 0; step < 60; step += 1) {
    const middle = (near + far) / 2;
    if (contradicts(middle)) far = middle;
    else near = middle;
  }
  return (near + far) / 2;
}

/**
 * The area of the first score minus that of the second, over the same cases. Its interval is made of those of the two areas
 * (Zou 2007, Psychological Methods 12:399), with the correlation of DeLong, DeLong & Clarke-Pearson (1988, Biometrics 44:837):
 * their own interval shrinks to nothing where a few cases are told apart completely. Null unless there are two of each kind.
 */
export function rocAreaDifference(cases: readonly PairedCase[], credibility: number): Difference | null {
  const good = cases.filter((each) => each.good);
  const bad = cases.filter((each) => !each.good);
  if (good.length < 2 || bad.length < 2) return null;
  const places = { first: placesBy('first', good, bad), second: placesBy('second', good, bad) };
  const [one, other] = [mean(places.first.good), mean(places.second.good)];
  const first = rocAreaInterval(one, good.length, bad.length, credibility);
  const second = rocAreaInterval(other, good.length, bad.length, credibility);
  const correlation = areaCorrelation(places.first, places.second);
  const reach = (a: number, b: number): number =>
    Math.sqrt(Math.max(0, a ** 2 + b ** 2 - 2 * correlation * a * b));
  return {
    difference: one - other,
    low: Math.max(-1, one - other - reach(one - first.low, second.high - other)),
    high: Math.min(1, one - other + reach(first.high - one, other - second.low)),
  };
}

/** Where the cases of each kind stand among those of the other, by one score. */
interface Places {
  readonly good: readonly number[];
  readonly bad: readonly number[];
}

function placesBy(key: 'first' | 'second', good: readonly PairedCase[], bad: readonly PairedCase[]): Places {
  const [ofGood, ofBad] = [good, bad].map((cases) => cases.map((each) => each[key])) as [number[], number[]];
  return { good: placements(ofGood, ofBad), bad: placements(ofBad, ofGood) };
}

/** How far two areas over the same cases vary together, -1..1; 0 where one of them does not vary. */
function areaCorrelation(a: Places, b: Places): number {
  const shared = areaCovariance(a, b);
  const spread = Math.sqrt(areaCovariance(a, a) * areaCovariance(b, b));
  return spread < VANISHING ? 0 : Math.min(1, Math.max(-1, shared / spread));
}

/** Below this a variance is rounding. */
const VANISHING = 1e-12;

function areaCovariance(a: Places, b: Places): number {
  return covariance(a.good, b.good) / a.good.length + covariance(a.bad, b.bad) / a.bad.length;
}

/** For each score the share of the others below it, those equal to it counting half. */
function placements(scores: readonly number[], others: readonly number[]): number[] {
  const sorted = [...others].sort((a, b) => a - b);
  return scores.map((score) => {
    const below = countWhile(sorted, (other) => other < score);
    const notAbove = countWhile(sorted, (other) => other <= score);
    return (below + notAbove) / (2 * sorted.length);
  });
}

/** How many elements at the beginning of a sorted list satisfy what the rest does not, by halving. */
function countWhile(sorted: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(sorted[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [centreOfA, centreOfB] = [mean(a), mean(b)];
  const products = a.map((value, index) => (value - centreOfA) * ((b[index] ?? centreOfB) - centreOfB));
  return products.reduce((sum, product) => sum + product, 0) / (a.length - 1);
}
