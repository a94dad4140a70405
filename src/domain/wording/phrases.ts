import type { CalendarDate } from '../facts.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import { OrganisationLevel } from '../terms.js';

/** Finds a person's name by id; undefined for somebody whose name is not at hand. */
export type NameOf = (id: string) => string | undefined;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** More names than this are counted instead. */
const NAMES_SHOWN = 3;

/** `12 March 2026` for a date or an instant, in UTC. */
export function dayInWords(day: CalendarDate): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `management`. */
export function levelInWords(level: NamedLevel): string {
  return level === OrganisationLevel.MANAGEMENT ? 'management' : 'operations';
}

/** `31`: scores are read as whole points. */
export function points(score: number): string {
  return String(Math.round(score));
}

/** `82 %`. Certainty is never claimed: it stops at 99 and 1. */
export function percent(share: number): string {
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`;
}

/** `2 of 3 heard`; `4 heard` when some of those heard sit elsewhere by now. */
export function heardInWords(heard: number, known: number): string {
  return heard <= known ? `${heard} of ${known} heard` : `${heard} heard`;
}

/** `Ada, Bo and Cy`, `Ada, Bo, Cy and 2 others`; empty for nobody. */
export function listNames(ids: readonly string[], nameOf: NameOf, conjunction: 'and' | 'or' = 'and'): string {
  const shown = ids.slice(0, NAMES_SHOWN).map((id) => nameOf(id) ?? 'somebody');
  const rest = ids.length - shown.length;
  return join(rest > 0 ? [...shown, rest === 1 ? '1 other' : `${rest} others`] : shown, conjunction);
}

/** `a, b and c`. */
export function join(parts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1) ?? ''}`;
}

/** One sentence: a capital at the beginning, a full stop at the end. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
