import type { CalendarDate, Instant } from './facts.js';

const DAY_IN_MS = 86_400_000;

/** Days, with fractions, from the earlier to the later instant; negative when they are the other way round. */
export function daysBetween(earlier: Instant, later: Instant): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_IN_MS;
}

/** The instant so many days before. */
export function daysBefore(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) - days * DAY_IN_MS).toISOString();
}

/** The calendar date of an instant, in UTC. */
export function dateOf(instant: Instant): CalendarDate {
  return instant.slice(0, 10);
}

/** A stretch of time; both ends belong to it. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** The last so many days; what happened exactly so many days ago is still part of them. */
export function lastDays(at: Instant, days: number): Period {
  return { from: daysBefore(at, days), to: at };
}

/** The period of the same length that ends a millisecond before the given one begins. */
export function previousPeriod(period: Period): Period {
  const to = new Date(Date.parse(period.from) - 1).toISOString();
  return { from: daysBefore(period.from, daysBetween(period.from, period.to)), to };
}

/** Whether the instant lies in the period. */
export function isWithin(instant: Instant, period: Period): boolean {
  return instant >= period.from && instant <= period.to;
}
