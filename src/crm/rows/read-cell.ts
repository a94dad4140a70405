import { readDate, readInstant } from '../files/values/dates.js';
import { readMoney } from '../files/values/money.js';
import { readNumber } from '../files/values/numbers.js';
import { readBoolean, readEmail, readText } from '../files/values/plain-values.js';
import { read, unreadable, type Reading } from '../files/values/reading.js';
import type { ColumnRule } from '../mapping/binding.js';
import { lettersOf } from '../mapping/event-spellings.js';
import type { FieldRule } from '../mapping/fields.js';
import type { ColumnFacts } from './column-facts.js';

/** What came of a cell; null when it says nothing. Money brings its currency along where the cell names one. */
export interface CellValue {
  readonly text: string;
  readonly currency?: string;
}

/** How to read a column. */
export interface CellRules {
  readonly rule: FieldRule;
  readonly column: ColumnRule;
  readonly facts: ColumnFacts;
  readonly timeZone: string;
}

/** Reads a cell that is not blank as what its field takes. */
export function readCell(text: string, cell: CellRules): Reading<CellValue | null> {
  const { column, rule } = cell;
  if (!column.values) return readTyped(text, cell);
  const parts = rule.type === 'CHOICES' ? splitList(text) : [text];
  const meant = parts.map((part) => column.values?.get(part.trim().toLowerCase()) ?? elsewhere(part, column));
  const unknown = meant.find((value) => typeof value === 'object' && value !== null);
  if (typeof unknown === 'object' && unknown !== null) return unknown;
  const said = meant.filter((value) => typeof value === 'string');
  return read(said.length === 0 ? null : { text: said.join(';') });
}

/** Several values in one cell: `Decision Maker;Champion`. */
export function splitList(text: string): string[] {
  return text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What a word means that the table leaves open. */
function elsewhere(
  word: string,
  { values, otherwise }: ColumnRule,
): string | null | ReturnType<typeof unreadable> {
  if (values?.has(word.trim().toLowerCase())) return null;
  return otherwise === undefined
    ? unreadable('The table of values in the mapping does not list this value.')
    : otherwise;
}

function readTyped(text: string, { rule, facts, timeZone }: CellRules): Reading<CellValue | null> {
  switch (rule.type) {
    case 'DATE':
      return asValue(readDate(text, { order: facts.order, timeZone }));
    case 'INSTANT':
      return asValue(readInstant(text, { order: facts.order, timeZone }));
    case 'NUMBER':
      return asValue(readNumber(text, facts.style));
    case 'MONEY':
      return readAmount(text, facts);
    case 'EMAIL':
      return asValue(readEmail(text));
    case 'BOOLEAN': {
      const reading = readBoolean(text);
      return reading.ok ? read({ text: String(reading.value) }) : reading;
    }
    case 'CHOICE':
    case 'CHOICES':
      return readChoices(text, rule);
    case 'ID':
    case 'IDS':
    case 'TEXT':
      return asValue(readText(text));
  }
}

function asValue(reading: Reading<string>): Reading<CellValue> {
  return reading.ok ? read({ text: reading.value }, reading.warning) : reading;
}

function readAmount(text: string, facts: ColumnFacts): Reading<CellValue> {
  const reading = readMoney(text, facts.style);
  if (!reading.ok) return reading;
  const { amount, currency } = reading.value;
  return read({ text: amount, ...(currency !== null && { currency }) });
}

function readChoices(text: string, { type, choices = [], spellings }: FieldRule): Reading<CellValue> {
  const words = (type === 'CHOICES' ? splitList(text) : [text]).map(
    (word) => spellings?.get(lettersOf(word)) ?? word.toUpperCase().replace(/[\s-]/g, '_'),
  );
  if (words.every((word) => choices.includes(word))) return read({ text: words.join(';') });
  return unreadable(`The value is none of ${choices.join(', ')}.`);
}
