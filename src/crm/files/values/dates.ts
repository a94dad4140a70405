import type { CalendarDate, Instant } from '../../../domain/facts.js';
import type { DateOrder } from './date-order.js';
import { splitDateAndTime, withCentury, writtenDate, writtenTime, type WrittenDate } from './date-text.js';
import { read, unreadable, type Reading } from './reading.js';
import { localToUtc, startOfDay } from './time-zone.js';

/** What a caller knows of a column of dates. */
export interface DateOptions {
  /** The column's order. Without it a date such as 03/04/2024 is refused. */
  readonly order?: DateOrder;
  /** IANA name of the zone that times without an offset are in. Default: UTC. */
  readonly timeZone?: string;
}

/** Years outside are typing errors in anything a CRM records about dealings between companies. */
const YEARS = { first: 1900, last: 2199 } as const;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads a calendar date. When a time stands behind it, the day is taken as written: exports write pure dates as
 * midnight in UTC, and moving them to a zone would change the day.
 */
export function readDate(text: string, options: DateOptions = {}): Reading<CalendarDate> {
  const [date, time] = splitDateAndTime(text);
  if (time !== null && writtenTime(time) === null) return unreadable(badTime(time));
  const day = readDay(date, options.order);
  return day.ok ? read(isoDate(day.value)) : day;
}

/**
 * Reads an instant. A time without an offset is local to the zone: of an hour that clocks repeat the first is meant, an
 * hour that they leave out is refused. A date alone is the beginning of that day.
 */
export function readInstant(text: string, options: DateOptions = {}): Reading<Instant> {
  const [date, clock] = splitDateAndTime(text);
  const day = readDay(date, options.order);
  if (!day.ok) return day;
  const zone = options.timeZone ?? 'UTC';
  const midnight = Date.UTC(day.value.year, day.value.month - 1, day.value.day);
  if (clock === null) return read(new Date(startOfDay(midnight, zone)).toISOString());
  const time = writtenTime(clock);
  if (time === null) return unreadable(badTime(clock));
  const local = midnight + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.millisecond;
  const utc = time.offset === null ? localToUtc(local, zone) : local - time.offset * 60_000;
  if (utc === null) return unreadable('The clocks were put forward over this time, so it never was.');
  return read(new Date(utc).toISOString());
}

function badTime(time: string): string {
  return /(?:Z|UTC|GMT|[+\-−]\d\d:?\d\d)\s*[+\-−]\d/i.test(time)
    ? 'The time names two offsets from UTC.'
    : 'The time of day is not one.';
}

function readDay(text: string, order: DateOrder | undefined): Reading<Day> {
  const written = writtenDate(text);
  if (written === null) {
    return unreadable(
      /^\d{5}(?:\.\d+)?$/.test(text)
        ? 'The value is a spreadsheet day number. Format the column as a date and export again.'
        : 'The value is not a date in a form that is known.',
    );
  }
  const day = inOrder(written, order);
  if (day === null)
    return unreadable('Day and month could be either way round. Say which with --date-order.');
  if (day.year < YEARS.first || day.year > YEARS.last)
    return unreadable('The year lies outside 1900 to 2199.');
  return isReal(day) ? read(day) : unreadable('There is no such day in the calendar, or not in this order.');
}

/** A year written last is last, except in two digits in a column that is said to be year-first. */
function inOrder(written: WrittenDate, order: DateOrder | undefined): Day | null {
  if (written.kind === 'YEAR_FIRST') return written;
  const { first, second, year } = written;
  if (order === 'YMD')
    return written.short ? { year: withCentury(first), month: second, day: year % 100 } : null;
  if (order === 'MDY') return { year, month: first, day: second };
  if (order === 'DMY' || first > 12 || first === second) return { year, month: second, day: first };
  return second > 12 ? { year, month: first, day: second } : null;
}

function isReal({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isoDate({ year, month, day }: Day): CalendarDate {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
