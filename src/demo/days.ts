import type { CalendarDate, Instant } from '../domain/facts.js';
import { dateOf, daysBefore } from '../domain/instants.js';
import type { Random } from './random.js';

const SATURDAY = 6;

/** The date so many days before (or, negative, after) an instant. */
export function dayAgo(now: Instant, days: number): CalendarDate {
  return dateOf(daysBefore(now, days));
}

/** A moment of working time so many days ago, or on the Friday before; at least yesterday. */
export function momentAgo(now: Instant, days: number, random: Random): Instant {
  const hour = String(random.between(8, 16)).padStart(2, '0');
  const minute = String(random.between(0, 11) * 5).padStart(2, '0');
  return `${workday(now, days)}T${hour}:${minute}:00.000Z`;
}

/** When a working day so many days ago ended, or the Friday before; at least yesterday. */
export function eveningAgo(now: Instant, days: number): Instant {
  return `${workday(now, days)}T18:00:00.000Z`;
}

function workday(now: Instant, days: number): CalendarDate {
  const day = daysBefore(now, Math.max(1, days));
  const weekday = new Date(day).getUTCDay();
  return dateOf(daysBefore(day, weekday === SATURDAY ? 1 : weekday === 0 ? 2 : 0));
}
