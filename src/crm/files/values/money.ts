import type { NumberStyle } from './number-style.js';
import { readNumber, signOf } from './numbers.js';
import { read, unreadable, type Reading } from './reading.js';

/** An amount as written, exact. */
export interface Money {
  /** A decimal text: `-1234.50`. Trailing zeros are kept as written. */
  readonly amount: string;
  /** ISO 4217, when the cell names one or its symbol belongs to one alone; else null. */
  readonly currency: string | null;
  /** The sign as written when it belongs to several currencies, as `$` does; else null. */
  readonly symbol: string | null;
}

const CURRENCY_OF_SYMBOL: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  '₪': 'ILS',
  '₫': 'VND',
  '₴': 'UAH',
  zł: 'PLN',
  Kč: 'CZK',
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  R$: 'BRL',
};
const SHARED_SYMBOLS = new Set(['$', '¥', 'kr', 'kr.', 'Fr.', '₱']);
const ISO_CODES = new Set(Intl.supportedValuesOf('currency'));

/**
 * Reads an amount of money with an optional currency before or behind it: `$1,200`, `€ 1.200,00`, `USD 5,000`,
 * `(1,200)`. The number follows the rules of readNumber.
 */
export function readMoney(text: string, style?: NumberStyle): Reading<Money> {
  const outer = signOf(text.trim());
  const [, before = '', number = '', behind = ''] =
    /^([^\d.,()+\-−]*?(?:\.(?=\s))?)\s*([(+\-−]?\s*[\d.,].*?)\s*([\p{L}\p{Sc}][\p{L}\p{Sc}.]*)?$/su.exec(
      outer.body,
    ) ?? [];
  const mark = before.trim() || behind.trim();
  if (before.trim() !== '' && behind.trim() !== '') return unreadable('The amount names two currencies.');
  const currency =
    CURRENCY_OF_SYMBOL[mark] ?? (ISO_CODES.has(mark.toUpperCase()) ? mark.toUpperCase() : null);
  if (mark !== '' && currency === null && !SHARED_SYMBOLS.has(mark)) {
    return unreadable('The value is not an amount of money.');
  }
  const inner = readNumber(number, style);
  if (!inner.ok) return inner;
  if (outer.negative && inner.value.startsWith('-')) return unreadable('The amount has two signs.');
  const amount = outer.negative && inner.value !== '0' ? `-${inner.value}` : inner.value;
  return read({ amount, currency, symbol: mark !== '' && currency === null ? mark : null });
}
