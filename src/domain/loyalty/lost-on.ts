import type { CalendarDate } from '../facts.js';
import { STAYED, type LoyaltyEventFact } from './outcome.js';
import { LoyaltyEventKind } from './terms.js';

/**
 * Since when an account is no longer with us: the day of its last loss, unless something later shows it with us again.
 * Null while it is with us. On one and the same day staying outweighs the loss, so that the order of recording
 * decides nothing: of an account that left and came back within a day, the return is what lasts.
 */
export function lostOn(
  events: readonly Pick<LoyaltyEventFact, 'kind' | 'occurredOn'>[],
): CalendarDate | null {
  const left = lastDay(events.filter(({ kind }) => kind === LoyaltyEventKind.LOST));
  const withUs = lastDay(events.filter(({ kind }) => STAYED.has(kind) || kind === LoyaltyEventKind.WON_BACK));
  return left !== null && (withUs === null || left > withUs) ? left : null;
}

function lastDay(events: readonly Pick<LoyaltyEventFact, 'occurredOn'>[]): CalendarDate | null {
  return events.reduce<CalendarDate | null>(
    (last, { occurredOn }) => (last === null || occurredOn > last ? occurredOn : last),
    null,
  );
}
