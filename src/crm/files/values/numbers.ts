import { styleShownBy, type NumberStyle } from './number-style.js';
import { read, unreadable, type Reading } from './reading.js';

/** Digits a number may have once it is written out; nothing an account is measured in needs more. */
const MAX_DIGITS = 40;

const NOT_A_NUMBER = 'The value is not a number.';
const AMBIGUOUS =
  'The separator may group thousands or begin the fraction; nothing in the column says which.';

/**
 * Reads a number as an exact decimal text: `-1234.5`, never a float. Signs, parentheses for negatives, exponents,
 * and groups set off by comma, point, apostrophe or any space (also Indian groups of two) are understood.
 * @param style the column's. Without it, a value such as `1,234` is refused, because it has two readings.
 */
export function readNumber(text: string, style?: NumberStyle): Reading<string> {
  const { body, negative } = signOf(text.trim());
  const [, mantissa, exponent] = /^([\d.,'’\s]*\d)(?:[eE]([+-]?\d{1,3}))?$/.exec(body) ?? [];
  if (mantissa === undefined) return unreadable(NOT_A_NUMBER);
  const shown = styleShownBy(body);
  const decided = style ?? (shown === 'EITHER' ? null : (shown ?? 'POINT'));
  if (decided === null) return unreadable(AMBIGUOUS);
  const parts = split(mantissa, decided === 'POINT' ? '.' : ',');
  if (parts === null) return unreadable(NOT_A_NUMBER);
  const value = writtenOut(parts.whole, parts.fraction, Number(exponent ?? '0'));
  if (value === null) return unreadable('The number is too large or too fine to be kept exactly.');
  return read(negative && value !== '0' ? `-${value}` : value);
}

/** Takes a leading or trailing sign, or the parentheses of bookkeeping, off a number. */
export function signOf(text: string): { readonly body: string; readonly negative: boolean } {
  const bracketed = /^\((.*)\)$/s.exec(text)?.[1];
  if (bracketed !== undefined) return { body: bracketed.trim(), negative: true };
  const leading = /^([+\-−])\s*(.*)$/s.exec(text);
  if (leading) return { body: leading[2] ?? '', negative: leading[1] !== '+' };
  const trailing = /^(.*\d)\s*[-−]$/s.exec(text)?.[1];
  return trailing === undefined ? { body: text, negative: false } : { body: trailing, negative: true };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

function split(mantissa: string, mark: '.' | ','): Parts | null {
  const [whole = '', fraction = '', ...more] = mantissa.split(mark);
  if (more.length > 0 || !/^\d*$/.test(fraction)) return null;
  const digits = ungrouped(whole);
  return digits === null || (digits === '' && fraction === '') ? null : { whole: digits, fraction };
}

/** The digits of a whole number whose groups, if any, are all of one kind and of the right size. */
function ungrouped(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const western = /^\d{1,3}([.,'’]|\s)\d{3}(?:\1\d{3})*$/;
  const indian = /^\d{1,2}(?:,\d{2})*,\d{3}$/;
  return western.test(whole) || indian.test(whole) ? whole.replace(/\D/g, '') : null;
}

/** Moves the point by the exponent, in text, and drops zeros that mean nothing in front. */
function writtenOut(whole: string, fraction: string, exponent: number): string | null {
  if (Math.abs(exponent) > MAX_DIGITS || whole.length + fraction.length > MAX_DIGITS) return null;
  const digits = '0'.repeat(Math.max(0, -exponent - whole.length)) + whole + fraction;
  const point = Math.max(0, whole.length + exponent);
  const padded = digits.padEnd(point, '0');
  const front = padded.slice(0, point).replace(/^0+/, '') || '0';
  const back = exponent === 0 ? padded.slice(point) : padded.slice(point).replace(/0+$/, '');
  if (front.length + back.length > MAX_DIGITS) return null;
  const zero = front === '0' && /^0*$/.test(back);
  return zero ? '0' : back === '' ? front : `${front}.${back}`;
}
