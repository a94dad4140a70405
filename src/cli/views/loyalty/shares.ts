import { moneyInWords, NOT_KNOWN } from '../words.js';

/** A share with its counts and interval as GraphQL answers it. */
export interface ShareAnswer {
  readonly n: number;
  readonly hits: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** An amount with its bounds as GraphQL answers it. */
export interface BoundedAnswer {
  readonly estimate: string;
  readonly low: string | null;
  readonly high: string | null;
}

/** `31 of 38, 82 % (67 to 91 %)`: the counts always, because a share of few says little. */
export function intervalInWords({ n, hits, share, low, high }: ShareAnswer): string {
  if (share === null || low === null || high === null) return `${NOT_KNOWN} (none counted)`;
  return `${hits} of ${n}, ${percent(share)} (${Math.round(low * 100)} to ${percent(high)})`;
}

/** `EUR 12,300 (8,000 to 15,200)`. */
export function boundsInWords({ estimate, low, high }: BoundedAnswer, currency: string): string {
  const amount = moneyInWords({ amount: estimate, currency });
  return low === null || high === null ? amount : `${amount} (${whole(low)} to ${whole(high)})`;
}

/** `312,000`: whole units. */
export function whole(amount: string): string {
  return Math.round(Number(amount)).toLocaleString('en-GB');
}

/** `82 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
