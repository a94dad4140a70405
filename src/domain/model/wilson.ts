import { normalQuantile } from './normal.js';

/** Between which shares the true one lies, 0..1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of Wilson (1927) for a share of `hits` among `of` cases, which keeps within 0 and 1 and stays honest for
 * few cases; null for none. `credibility` is its coverage, 0..1.
 */
export function wilsonInterval(hits: number, of: number, credibility: number): ShareInterval | null {
  if (of === 0) return null;
  const z = normalQuantile(0.5 + credibility / 2);
  const share = hits / of;
  const centre = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const reach = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
