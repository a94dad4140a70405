import { StrataError } from '../errors.js';
import { readCalendarDate } from '../scalars.js';
import type { KeyType, Listing } from './listing.js';

const KEY_FORM: Record<KeyType, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]*$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?\+00$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  numeric: /^-?\d+(\.\d+)?$/,
  float8: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
};

/** The cursor of a row by its place in the list; a page that was read without places has none. */
export function writeCursor({ name }: Listing, pageKey: string | undefined): string {
  if (pageKey === undefined) throw new Error(`The list ${name} was read without the places of its rows.`);
  return Buffer.from(`[${JSON.stringify(name)}, ${pageKey.slice(1)}`).toString('base64url');
}

/** The place that a cursor of this list names, a text for each term of its order. INVALID_INPUT for any other text. */
export function readCursor(listing: Listing, cursor: string): string[] {
  const parts = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [name, ...key] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const fits =
    name === listing.name &&
    key.length === listing.order.length &&
    key.every((value, position) => fitsType(value, listing.order[position]?.type));
  if (!fits)
    throw new StrataError('INVALID_INPUT', 'Not a cursor of this list: start again without it.', ['after']);
  return key as string[];
}

function fitsType(value: unknown, type: KeyType | undefined): boolean {
  if (typeof value !== 'string' || type === undefined || !KEY_FORM[type].test(value)) return false;
  if (type === 'timestamptz' || type === 'date') return isInCalendar(value);
  return (type !== 'float8' && type !== 'numeric') || Number.isFinite(Number(value));
}

/** The form alone admits a thirty-first of February, which the database would not. */
function isInCalendar(value: string): boolean {
  const [day = '', time = '00:00:00+00'] = value.split(' ');
  return (
    readCalendarDate(day) !== null && !Number.isNaN(Date.parse(`1970-01-01T${time.replace('+00', 'Z')}`))
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
