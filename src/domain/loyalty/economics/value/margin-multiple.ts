/** How long a customer's cash flow is followed, and what later money is worth today. */
export interface Discounting {
  /** Share a year, 0 or more: a sum due in t years is worth 1 / (1 + rate)^t today. */
  readonly discountRate: number;
  /** Whole years ahead that are counted, at least 1; null for all years to come, which needs a rate above 0. */
  readonly horizonYears: number | null;
}

/**
 * What one unit of margin a year is worth today while a customer may leave: the sum over t = 1..T of
 * r^t / (1 + d)^t, in closed form. Without an end it is r / (1 + d - r) (Berger & Nasr 1998; the margin multiple of Gupta &
 * Lehmann 2003). The year under way is not counted: it is decided already.
 */
export function marginMultiple(retention: number, discounting: Discounting): number {
  return geometricSum(retention / (1 + discounting.discountRate), discounting.horizonYears);
}

/**
 * As `marginMultiple`, of somebody who is sure to stay in the first year and may leave from then on: the sum over
 * t = 1..T of r^(t-1) / (1 + d)^t.
 */
export function keptMultiple(retention: number, { discountRate, horizonYears }: Discounting): number {
  const ratio = retention / (1 + discountRate);
  const later = geometricSum(ratio, horizonYears === null ? null : horizonYears - 1);
  return (1 + later) / (1 + discountRate);
}

/** q + q^2 + ... + q^terms; without an end for null, which needs q < 1. */
function geometricSum(q: number, terms: number | null): number {
  if (terms === null) return q / (1 - q);
  if (q === 1) return terms;
  return (q * (1 - q ** terms)) / (1 - q);
}
