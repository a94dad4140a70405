/** The three numbers of a date as written, not yet in order. */
export type WrittenDate =
  | { readonly kind: 'YEAR_FIRST'; readonly year: number; readonly month: number; readonly day: number }
  | {
      /** 03/04/2024: which of the first two is the month is not known. */
      readonly kind: 'YEAR_LAST';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      /** A two-digit year, so that a column told to be year-first can be read so. */
      readonly short: boolean;
    };

/** A time of day as written. */
export interface WrittenTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of UTC, or null when the text names no offset. */
  readonly offset: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)';

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_MONTH_NAME = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}\\.?[ -],?(\\d{4}|\\d{2})$`, 'i');
const MONTH_NAME_DAY = new RegExp(`^${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4}|\\d{2})$`, 'i');
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?\s*(Z|UTC|GMT|[+\-−]\d{2}(?::?\d{2})?)?$/i;

/** Divides a cell into what should be a date and what should be a time. */
export function splitDateAndTime(text: string): readonly [string, string | null] {
  const trimmed = text.trim();
  const [, date, time] = /^(.*?)(?:T|,?\s+)(\d{1,2}:.*)$/s.exec(trimmed) ?? [];
  return date === undefined || time === undefined ? [trimmed, null] : [date, time];
}

/** Reads the numbers of a date; null when the text has no form that is known. Two different separators are not one. */
export function writtenDate(text: string): WrittenDate | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return yearFirst(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const compact = COMPACT.exec(text);
  if (compact) return yearFirst(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [, first, , second, year = ''] = last;
    return {
      kind: 'YEAR_LAST',
      first: Number(first),
      second: Number(second),
      year: fullYear(year),
      short: year.length === 2,
    };
  }
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return yearFirst(fullYear(named[3] ?? ''), monthNumber(named[2]), Number(named[1]));
  const american = MONTH_NAME_DAY.exec(text);
  if (american) return yearFirst(fullYear(american[3] ?? ''), monthNumber(american[1]), Number(american[2]));
  return null;
}

/** Reads a time of day with an optional offset; null when it is none, for instance because it names two offsets. */
export function writtenTime(text: string): WrittenTime | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [, hours, minutes, seconds = '0', fraction = '0', half, zone] = found;
  const offset = zone === undefined ? null : offsetMinutes(zone);
  const hour = half === undefined ? Number(hours) : twelveHours(Number(hours), half);
  const [minute, second] = [Number(minutes), Number(seconds)];
  if (hour === null || hour > 23 || minute > 59 || second > 59 || Number.isNaN(offset)) return null;
  return { hour, minute, second, millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)), offset };
}

function yearFirst(year: number, month: number, day: number): WrittenDate {
  return { kind: 'YEAR_FIRST', year, month, day };
}

/** Gives a two-digit year its century: 00-68 are of this one, 69-99 of the last (POSIX, strptime `%y`). */
export function withCentury(year: number): number {
  return year <= 68 ? 2000 + year : 1900 + year;
}

function fullYear(text: string): number {
  return text.length > 2 ? Number(text) : withCentury(Number(text));
}

function monthNumber(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function twelveHours(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Minutes east of UTC; NaN for more than the 14 hours any place on earth keeps. */
function offsetMinutes(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+\-−])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  const total = Number(hours) * 60 + Number(minutes);
  return total > 14 * 60 || Number(minutes) > 59 ? Number.NaN : sign === '+' ? total : -total;
}
