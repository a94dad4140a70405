import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import { moneyInWords, NOT_KNOWN } from '../words.js';

/** The fields of `CountedShare`. */
export const SHARE_FIELDS = 'of hits share low high tooFew';

/** An amount with its bounds as GraphQL answers it. */
export interface BoundedAnswer {
  readonly estimate: string;
  readonly low: string | null;
  readonly high: string | null;
}

/** `31 of 38, 82 % (67 to 91 %)`; of too few the counts alone. */
export function intervalInWords({ of, hits, share, low, high }: CountedShare): string {
  if (of === 0) return `${NOT_KNOWN} (none counted)`;
  if (share === null || low === null || high === null) return `${hits} of ${of} (too few)`;
  return `${hits} of ${of}, ${percent(share)} (${Math.round(low * 100)} to ${percent(high)})`;
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
