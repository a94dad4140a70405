import type { CalendarDate } from '../../facts.js';
import { dateOf, daysBetween } from '../../instants.js';
import { type RiskReasonCode } from '../../judgement-terms.js';
import { outcomesOf, type Outcome } from '../outcome.js';
import { LoyaltyEventKind } from '../terms.js';
import { type AccountTrack, daysAfter, type Spell, valueOn, wasCustomerOn } from './track.js';

/** How far back from a loss a warning counts, and how far ahead of a warning a loss does (days). */
export const YEAR_OF_WARNING = 365;

/** An amount of money; `amount` is an exact decimal. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** One flag that was open some time in the year before a loss. */
export interface Warning {
  readonly code: RiskReasonCode;
  /** From the first day of that year on which it was open to the loss: 1 to 365. */
  readonly daysAhead: number;
}

/** A loss, and what was said before it. */
export interface LossLookedAt {
  readonly accountId: string;
  readonly lostOn: CalendarDate;
  /** What the loss event says was lost, else the annual value known the day before; null when neither is known. */
  readonly value: Amount | null;
  /** Whether the account had been judged before the day it was lost: else nothing could have been said. */
  readonly seen: boolean;
  /** Longest ahead first, one per reason. */
  readonly warnings: readonly Warning[];
  /** As `daysAhead`, of the standing AT_RISK; null when it never stood so in that year. */
  readonly atRiskDaysAhead: number | null;
}

/** The losses of an account, each only if it was still a customer the day before. */
export function lossesOf(track: AccountTrack): Outcome[] {
  return outcomesOf(track.events).filter(
    ({ stayed, decidedOn }) => !stayed && wasCustomerOn(track.events, daysAfter(decidedOn, -1)),
  );
}

/** The losses of an account in a period (both days belong to it), each with what was said of it before that day. */
export function lossesLookedAt(track: AccountTrack, from: CalendarDate, to: CalendarDate): LossLookedAt[] {
  return lossesOf(track)
    .filter(({ decidedOn }) => decidedOn >= from && decidedOn <= to)
    .map((loss) => lookAt(track, loss));
}

function lookAt(track: AccountTrack, loss: Outcome): LossLookedAt {
  const { accountId, decidedOn: lostOn } = loss;
  const atRisk = track.atRisk.map((spell) => daysAhead(spell, lostOn)).filter((days) => days !== null);
  return {
    accountId,
    lostOn,
    value: amountLost(track, loss),
    seen: track.judgedFrom !== null && dateOf(track.judgedFrom) < lostOn,
    warnings: warningsOf(track, lostOn),
    atRiskDaysAhead: atRisk.length === 0 ? null : Math.max(...atRisk),
  };
}

function warningsOf({ flags }: AccountTrack, lostOn: CalendarDate): Warning[] {
  const longest = new Map<RiskReasonCode, number>();
  for (const flag of flags) {
    const days = daysAhead(flag, lostOn);
    if (days !== null) longest.set(flag.code, Math.max(days, longest.get(flag.code) ?? 0));
  }
  return [...longest]
    .map(([code, days]) => ({ code, daysAhead: days }))
    .sort((a, b) => b.daysAhead - a.daysAhead || (a.code < b.code ? -1 : 1));
}

/**
 * How many days before the loss the spell was first seen in the year before it; null when it did not reach into that
 * year, or began on the day of the loss or later: what is said then warns nobody.
 */
function daysAhead({ from, to }: Spell, lostOn: CalendarDate): number | null {
  const yearBegan = daysAfter(lostOn, -YEAR_OF_WARNING);
  const began = dateOf(from);
  if (began >= lostOn || (to !== null && dateOf(to) < yearBegan)) return null;
  return daysBetween(began < yearBegan ? yearBegan : began, lostOn);
}

function amountLost(track: AccountTrack, { events, decidedOn }: Outcome): Amount | null {
  const told = events.find(({ kind, amount }) => kind === LoyaltyEventKind.LOST && amount !== null);
  const known = told ?? valueOn(track.values, daysAfter(decidedOn, -1));
  if (!known || known.amount === null || known.currency === null) return null;
  return { amount: known.amount, currency: known.currency };
}
