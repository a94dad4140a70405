/** The most points a rating has. */
const MOST = 3;

/**
 * How far some people rate alike, 0..1: one less the mean difference between two of them, as a share of the largest that
 * mean could be among as many people (half of them at each end of the scale). 1: all the same. 0: as divided as they could
 * be. Null for fewer than two, who can neither agree nor disagree.
 */
export function agreementOf(points: readonly number[]): number | null {
  const n = points.length;
  if (n < 2) return null;
  const differences = points.flatMap((a, index) => points.slice(index + 1).map((b) => Math.abs(a - b)));
  const total = differences.reduce((sum, difference) => sum + difference, 0);
  return 1 - total / (MOST * Math.floor(n / 2) * Math.ceil(n / 2));
}
