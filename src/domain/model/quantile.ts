/**
 * The value below which the given part (0..1) of the values lies, interpolated between neighbours (definition 7 of
 * Hyndman & Fan 1996, The American Statistician 50:361). NaN for no values.
 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
