import type { Instant } from '../facts.js';
import { dateOf, daysBefore } from '../instants.js';
import { toFigure } from '../model/figures.js';
import { wilsonInterval } from '../model/wilson.js';
import { lostOn } from './lost-on.js';
import { outcomesOf, type LoyaltyEventFact } from './outcome.js';

/** How some accounts decided about us after an instant. */
export interface BehaviourAfter {
  /** Accounts looked at: those that were with us at the time. */
  readonly accounts: number;
  /** Those that decided within the days looked at, by the first decision of each. */
  readonly decided: number;
  readonly stayed: number;
  readonly left: number;
  /** Of those that decided, the share that stayed, 0..1; null while none decided. */
  readonly share: number | null;
  /** Ends of the 95 % Wilson interval of that share. */
  readonly low: number | null;
  readonly high: number | null;
}

const CREDIBILITY = 0.95;

/**
 * The first decision of each account after the day of an instant and within `days` of it. An account that had left by
 * then had nothing more to decide; what happened on the day itself may have come before the instant, and is left out.
 */
export function behaviourAfter(
  accountIds: readonly string[],
  events: readonly LoyaltyEventFact[],
  at: Instant,
  days: number,
): BehaviourAfter {
  const [from, to] = [dateOf(at), dateOf(daysBefore(at, -days))];
  const before = events.filter(({ occurredOn }) => occurredOn <= from);
  const looked = new Set(
    accountIds.filter((id) => lostOn(before.filter(({ accountId }) => accountId === id)) === null),
  );
  const later = events.filter(
    ({ accountId, occurredOn }) => looked.has(accountId) && occurredOn > from && occurredOn <= to,
  );
  const first = new Map<string, boolean>();
  for (const { accountId, stayed } of outcomesOf(later)) {
    if (!first.has(accountId)) first.set(accountId, stayed);
  }
  const stayed = [...first.values()].filter(Boolean).length;
  const interval = wilsonInterval(stayed, first.size, CREDIBILITY);
  return {
    accounts: looked.size,
    decided: first.size,
    stayed,
    left: first.size - stayed,
    share: first.size === 0 ? null : toFigure(stayed / first.size),
    low: interval && toFigure(interval.low),
    high: interval && toFigure(interval.high),
  };
}

/** What the figures show, and what they do not prove. */
export function behaviourInWords(own: BehaviourAfter, comparable: BehaviourAfter, days: number): string {
  return [
    ownInWords(own, days),
    comparableInWords(comparable),
    'This does not prove that the advocate kept anybody: advocates are found where people are content, and content ' +
      'accounts stay anyway. One account is one case, and an account that has not decided yet says nothing.',
  ].join(' ');
}

function ownInWords({ accounts, decided, stayed }: BehaviourAfter, days: number): string {
  if (accounts === 0) return 'The account where the advocate spoke had left before.';
  if (decided === 0)
    return `The account where the advocate spoke has not decided about us in the ${days} days after.`;
  return `The account where the advocate spoke ${stayed > 0 ? 'stayed' : 'left'} within ${days} days.`;
}

function comparableInWords({ accounts, decided, stayed }: BehaviourAfter): string {
  if (accounts === 0) return 'There is no comparable account to hold that against.';
  const others = accounts === 1 ? '1 comparable account' : `${accounts} comparable accounts`;
  return `Of ${others}, ${decided} decided in that time${decided === 0 ? '' : `, and ${stayed} of them stayed`}.`;
}
