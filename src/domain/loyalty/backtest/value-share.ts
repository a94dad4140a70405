import { toFigureOrNull } from '../../model/figures.js';
import { amountOf, shareOf, sumOfMicros } from '../exact-amount.js';
import type { Amount } from './losses.js';

/** A share of money, with what could not be added up. Money is no count of cases, so it has no interval. */
export interface ValueShare {
  /** Sum of the hits in the currency, an exact decimal. */
  readonly hits: string;
  /** Sum of all cases in the currency, an exact decimal. */
  readonly of: string;
  /** hits / of, 0..1; null when nothing is valued. */
  readonly share: number | null;
  /** Cases whose value is unknown or in another currency, so in neither sum. */
  readonly unvalued: number;
}

/** What part of the value of all cases the hits make up, in one currency (ISO 4217). */
export function valueShare(
  cases: readonly { readonly value: Amount | null; readonly isHit: boolean }[],
  currency: string,
): ValueShare {
  const valued = cases.flatMap(({ value, isHit }) =>
    value?.currency === currency ? [{ amount: value.amount, isHit }] : [],
  );
  const of = sumOfMicros(valued.map(({ amount }) => amount));
  const hits = sumOfMicros(valued.filter(({ isHit }) => isHit).map(({ amount }) => amount));
  return {
    hits: amountOf(hits),
    of: amountOf(of),
    share: toFigureOrNull(shareOf(hits, of)),
    unvalued: cases.length - valued.length,
  };
}
