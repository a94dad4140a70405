import type { CalendarDate } from '../../facts.js';
import { type CountedShare, countedShare } from '../counted-share.js';
import { type Amount, lossesOf, YEAR_OF_WARNING } from './losses.js';
import { type AccountTrack, daysAfter, valueOn, wasCustomerOn } from './track.js';
import { type ValueShare, valueShare } from './value-share.js';

/** A day from which a year is watched for a loss. */
export interface Start {
  readonly track: AccountTrack;
  readonly on: CalendarDate;
}

/** What followed within a year of some days. */
export interface Followed {
  /** Of the starts whose year is over, those followed by a loss within it. */
  readonly lost: CountedShare;
  /** Starts whose year is not over: whatever has happened since, they prove nothing yet. */
  readonly notYetKnown: number;
  /** Of those, the ones lost already. */
  readonly lostAlready: number;
  /** Starts at accounts that were no customers any more; in no other figure. */
  readonly afterLoss: number;
  /** Of the value on the day itself of the starts whose year is over, what was lost. */
  readonly value: ValueShare;
}

/** Which days are looked at, and how sums are made. */
export interface BacktestFrame {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly today: CalendarDate;
  /** ISO 4217; values in other currencies are counted apart. */
  readonly currency: string;
}

/** What followed within a year of each start. */
export function followed(starts: readonly Start[], { today, currency }: BacktestFrame): Followed {
  const customers = starts.filter(({ track, on }) => wasCustomerOn(track.events, on));
  const cases = customers.map(({ track, on }) => {
    const yearEnds = daysAfter(on, YEAR_OF_WARNING);
    const isHit = lossesOf(track).some(({ decidedOn }) => decidedOn > on && decidedOn <= yearEnds);
    return { isHit, isKnown: yearEnds < today, value: amountOn(track, on) };
  });
  const known = cases.filter(({ isKnown }) => isKnown);
  const pending = cases.filter(({ isKnown }) => !isKnown);
  return {
    lost: countedShare(known.filter(({ isHit }) => isHit).length, known.length),
    notYetKnown: pending.length,
    lostAlready: pending.filter(({ isHit }) => isHit).length,
    afterLoss: starts.length - customers.length,
    value: valueShare(known, currency),
  };
}

/** Each account once, at its first start. */
export function oncePerAccount(starts: readonly Start[]): Start[] {
  const first = new Map<string, Start>();
  for (const start of starts) {
    const other = first.get(start.track.accountId);
    if (other === undefined || start.on < other.on) first.set(start.track.accountId, start);
  }
  return [...first.values()];
}

/** How many times as often as at all accounts; null with too few cases, or no loss anywhere. */
export function lift({ lost }: Followed, base: Followed): number | null {
  if (lost.share === null || !base.lost.share) return null;
  return Math.round((100 * lost.share) / base.lost.share) / 100;
}

function amountOn({ values }: AccountTrack, day: CalendarDate): Amount | null {
  const held = valueOn(values, day);
  if (!held || held.amount === null || held.currency === null) return null;
  return { amount: held.amount, currency: held.currency };
}
