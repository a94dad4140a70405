import { LoyaltyEventKind } from '../../domain/loyalty/terms.js';

const { RENEWED, EXPANDED, CONTRACTED, LOST, WON_BACK, REFERRED } = LoyaltyEventKind;

/** What lists of renewals call a loyalty event. A word that could mean two of them is not here. */
const SPELLINGS: Readonly<Record<LoyaltyEventKind, readonly string[]>> = {
  [RENEWED]: ['Renewal', 'Renew', 'Extended', 'Extension', 'Retained'],
  [EXPANDED]: ['Expansion', 'Upsell', 'Upsold', 'Cross-sell', 'Upgrade', 'Upgraded', 'Add-on'],
  [CONTRACTED]: ['Contraction', 'Downsell', 'Downgrade', 'Downgraded', 'Reduced', 'Reduction'],
  [LOST]: ['Loss', 'Churn', 'Churned', 'Cancelled', 'Canceled', 'Cancellation', 'Not renewed', 'Left'],
  [WON_BACK]: ['Winback', 'Reactivated', 'Reactivation', 'Returned'],
  [REFERRED]: ['Referral'],
};

/** The kind of an event by the letters of any of its spellings. */
export const EVENT_SPELLINGS: ReadonlyMap<string, LoyaltyEventKind> = new Map(
  Object.values(LoyaltyEventKind).flatMap((kind) =>
    [kind, ...SPELLINGS[kind]].map((word) => [lettersOf(word), kind] as const),
  ),
);

/** A word without what differs between its spellings: case, and whatever stands between its letters. */
export function lettersOf(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
