import { GraphQLScalarType, Kind } from 'graphql';
import { StrataError } from './errors.js';

/*
 * Instants, dates and amounts are text from the database driver to the answer: no Date object and no float on the
 * way, so nothing is lost and nothing is spent on parsing and printing again. That is why the scalars are ours.
 */

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

function readInstant(text: string): string | null {
  const match = INSTANT.exec(text);
  if (!match || readCalendarDate(match[1] ?? '') === null) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Null unless the day exists: 2026-02-30 does not. */
export function readCalendarDate(text: string): string | null {
  if (!CALENDAR_DATE.test(text) || text.startsWith('0000')) return null;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

function readDecimal(text: string): string | null {
  return DECIMAL.test(text) ? text : null;
}

function textScalar(
  name: string,
  description: string,
  expected: string,
  read: (text: string) => string | null,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const parsed = typeof value === 'string' ? read(value) : null;
    if (parsed === null) throw new StrataError('INVALID_INPUT', `${name} expected: ${expected}.`);
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant, ISO 8601 with its offset, as `2026-11-21T09:30:00Z`; answered in UTC with milliseconds.',
  'an ISO 8601 instant with its offset, as 2026-11-21T09:30:00Z',
  readInstant,
);

export const DateScalar = textScalar(
  'Date',
  'A calendar date, `yyyy-mm-dd`.',
  'an existing calendar date, yyyy-mm-dd',
  readCalendarDate,
);

export const DecimalScalar = textScalar(
  'Decimal',
  'An exact decimal as text, as `"1250.50"`: up to 15 digits before the point and 6 after it.',
  'a decimal number as text with at most 15 digits before the point and 6 after it',
  readDecimal,
);
