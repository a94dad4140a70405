import type { Instant } from '../../domain/facts.js';
import { LoyaltyEventKind } from '../../domain/loyalty/terms.js';
import type { LoyaltyEventInput } from '../../loyalty/events/loyalty-events.inputs.js';
import { dayAgo } from '../days.js';
import type { DemoAccount } from '../stories/accounts.js';
import { DEMO_DAYS, external } from '../stories/contacts.js';
import { LOST_ACCOUNTS } from './lost-accounts.js';

const { RENEWED, EXPANDED, CONTRACTED, LOST, WON_BACK, REFERRED } = LoyaltyEventKind;

/** What happened, thousands of euros a year it was about, and why, where that is told. */
type Tale = readonly [daysAgo: number, kind: LoyaltyEventKind, thousands: number, reason?: string];

/** What accounts did beyond renewing every year, by account. */
export const LOYALTY_TALES: Readonly<Record<string, readonly Tale[]>> = {
  'Solvane Energy': [[230, EXPANDED, 120, 'A second site']],
  'Corvane Robotics': [
    [410, EXPANDED, 60, 'More lines'],
    [140, REFERRED, 90, 'Recommended us to a supplier of theirs'],
  ],
  'Meridale Clinics': [[330, EXPANDED, 45]],
  'Westmark Pharmacies': [[60, EXPANDED, 35, 'Orders of two more branches']],
  'Juniper & Vale': [[280, EXPANDED, 30]],
  'Halcyon Diagnostics': [[470, EXPANDED, 20]],
  'Kobayane Stationers': [[200, REFERRED, 15, 'Named us at their trade association']],
  'Orchard Lane Foods': [
    [560, CONTRACTED, 40, 'Took one region away from us'],
    [190, EXPANDED, 50, 'Gave it back'],
  ],
  'Ironbridge Tooling': [[600, CONTRACTED, 30]],
  'Northmere Shipping': [[160, CONTRACTED, 60, 'Management cut the contract']],
  'Thornfield Grid': [[110, CONTRACTED, 45]],
  'Emberline Utilities': [[130, CONTRACTED, 25]],
  'Stavoren Pumps': [
    [505, LOST, 85, 'Cheaper offer'],
    [370, WON_BACK, 85, 'The cheaper one did not deliver'],
  ],
};

/** A year, in which every account of the demo decides once. */
const YEAR = 365;

/** Everything an account was seen to do in two years. */
export function loyaltyOf(account: DemoAccount, accountKey: string, now: Instant): LoyaltyEventInput[] {
  const lost = LOST_ACCOUNTS.find(({ name }) => name === account.name);
  const loss: Tale[] = lost ? [[lost.lostDaysAgo, LOST, lost.thousands, lost.reason]] : [];
  const own = LOYALTY_TALES[account.name] ?? [];
  return [...renewalsOf(account, own), ...own, ...loss]
    .sort(([a], [b]) => b - a)
    .map(([daysAgo, kind, thousands, reason]) => ({
      external: external(`${accountKey}-${kind}-${daysAgo}`),
      account: { external: external(accountKey) },
      kind,
      occurredOn: dayAgo(now, daysAgo),
      amount: { amount: `${thousands * 1000}.00`, currency: 'EUR' },
      reason,
    }));
}

/** Every year on the day before the next renewal, or before the loss; none while the account was away. */
function renewalsOf({ renewsIn, thousands }: DemoAccount, own: readonly Tale[]): Tale[] {
  const left = own.find(([, kind]) => kind === LOST)?.[0] ?? -Infinity;
  const back = own.find(([, kind]) => kind === WON_BACK)?.[0] ?? -Infinity;
  return [YEAR - renewsIn, 2 * YEAR - renewsIn]
    .filter((daysAgo) => daysAgo > 0 && daysAgo < DEMO_DAYS && !(daysAgo <= left && daysAgo >= back))
    .map((daysAgo) => [daysAgo, RENEWED, thousands - grownSince(daysAgo, own)]);
}

/** By how many thousands a year the account has grown since. */
function grownSince(daysAgo: number, own: readonly Tale[]): number {
  const changes = own.filter(([day]) => day < daysAgo);
  const sumOf = (wanted: LoyaltyEventKind): number =>
    changes.reduce((sum, [, kind, thousands]) => sum + (kind === wanted ? thousands : 0), 0);
  return sumOf(EXPANDED) - sumOf(CONTRACTED);
}
