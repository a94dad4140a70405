import type { CountedDifference, CountedShare } from './counted-share.js';

/** `20 of 24 (83 %; 64 to 93 %)`; of too few the counts alone. */
export function shareInWords({ hits, of, share, low, high }: CountedShare): string {
  const counts = `${hits} of ${of}`;
  if (share === null || low === null || high === null)
    return of === 0 ? 'none of none' : `${counts} (too few for a share)`;
  return `${counts} (${whole(share)} %; ${whole(low)} to ${whole(high)} %)`;
}

/** `12 points higher (between 3 and 21)`, `12 points lower (between 30 lower and 6 higher)`; null where it is not known. */
export function differenceInWords(
  { difference, low, high }: CountedDifference,
  scale: number,
): string | null {
  if (difference === null) return null;
  const points = amountInWords(difference * scale, ' points');
  if (low === null || high === null) return points;
  const [from, to] = [low * scale, high * scale];
  const nearFirst = [from, to].map(distance).sort((a, b) => a - b);
  const isOneSided = from > 0 || to < 0;
  const ends = isOneSided ? nearFirst.join(' and ') : `${amountInWords(from)} and ${amountInWords(to)}`;
  return `${points} (between ${ends})`;
}

/** Whether the interval leaves it open which of the two is larger. */
export function isOpen({ low, high }: CountedDifference): boolean {
  return low === null || high === null || (low <= 0 && high >= 0);
}

/** `1 decision`, `7 decisions`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** `.81`: an area, in two decimals. */
export function areaInWords(area: number): string {
  return shortOfCertain(area, 0.01).toFixed(2).replace(/^0/, '');
}

function amountInWords(amount: number, unit = ''): string {
  return `${distance(amount)}${unit} ${amount < 0 ? 'lower' : 'higher'}`;
}

function distance(amount: number): number {
  return Math.round(Math.abs(amount));
}

function whole(share: number): number {
  return Math.round(shortOfCertain(share, 0.01) * 100);
}

/** Rounding makes no certainty of what is nearly certain: 0 and 1 are shown where they were found and nowhere else. */
function shortOfCertain(share: number, step: number): number {
  return share > 0 && share < 1 ? Math.min(1 - step, Math.max(step, share)) : share;
}
