import { toFigureOrNull } from '../../model/figures.js';
import type { LoyaltyEventFact, Outcome } from '../outcome.js';
import { LoyaltyEventKind } from '../terms.js';
import { retentionOf, type AccountYear } from './account-years.js';
import { amountOf, microsOf, shareOf, sumOfMicros } from '../exact-amount.js';
import type { CountedShare } from '../counted-share.js';

/** The events of one kind in a year. */
export interface RevenueMove {
  /** Accounts they happened at. */
  readonly accounts: number;
  /** Their amounts in the reporting currency together, as a decimal. */
  readonly amount: string;
  /** Events without an amount in that currency, so not in `amount`. */
  readonly unvalued: number;
}

/** How much of the annual value that came up for decision was kept. */
export interface RetainedValue {
  /** Decisions counted: each of their events has an amount in the reporting currency, and one says what came up. */
  readonly decisions: number;
  /** Decisions left out for want of such amounts. */
  readonly unvalued: number;
  /** Annual value that came up: renewed, given up and lost, as a decimal. */
  readonly cameUp: string;
  /** Share of it renewed, 0..1; null when none came up. */
  readonly gross: number | null;
  /** As `gross`, with what the same decisions added: may exceed 1. */
  readonly net: number | null;
}

/** What a calendar year brought and took. */
export interface RevenueYear {
  readonly year: number;
  /** Account-years with a decision, and the share that stayed. */
  readonly retention: CountedShare;
  readonly lost: RevenueMove;
  readonly wonBack: RevenueMove;
  readonly expanded: RevenueMove;
  readonly contracted: RevenueMove;
  readonly retained: RetainedValue;
}

/** The years in which anything happened, latest first. */
export function revenueYears(
  events: readonly LoyaltyEventFact[],
  outcomes: readonly Outcome[],
  accountYears: readonly AccountYear[],
  currency: string,
): RevenueYear[] {
  const years = new Set(events.map(({ occurredOn }) => yearOf(occurredOn)));
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => {
      const happened = events.filter(({ occurredOn }) => yearOf(occurredOn) === year);
      const move = (kind: LoyaltyEventKind): RevenueMove => moveOf(kind, happened, currency);
      return {
        year,
        retention: retentionOf(accountYears.filter((each) => each.year === year)),
        lost: move(LoyaltyEventKind.LOST),
        wonBack: move(LoyaltyEventKind.WON_BACK),
        expanded: move(LoyaltyEventKind.EXPANDED),
        contracted: move(LoyaltyEventKind.CONTRACTED),
        retained: retainedOf(
          outcomes.filter(({ decidedOn }) => yearOf(decidedOn) === year),
          currency,
        ),
      };
    });
}

function moveOf(kind: LoyaltyEventKind, events: readonly LoyaltyEventFact[], currency: string): RevenueMove {
  const ofKind = events.filter((event) => event.kind === kind);
  const amounts = ofKind.flatMap((event) => amountIn(event, currency) ?? []);
  return {
    accounts: new Set(ofKind.map(({ accountId }) => accountId)).size,
    amount: amountOf(sumOfMicros(amounts)),
    unvalued: ofKind.length - amounts.length,
  };
}

function retainedOf(outcomes: readonly Outcome[], currency: string): RetainedValue {
  const counted = outcomes.filter((outcome) => isValued(outcome, currency));
  const events = counted.flatMap((outcome) => outcome.events);
  const sum = (kind: LoyaltyEventKind): bigint =>
    events.reduce(
      (total, event) => (event.kind === kind ? total + microsOf(event.amount ?? '0') : total),
      0n,
    );
  const renewed = sum(LoyaltyEventKind.RENEWED);
  const cameUp = renewed + sum(LoyaltyEventKind.CONTRACTED) + sum(LoyaltyEventKind.LOST);
  return {
    decisions: counted.length,
    unvalued: outcomes.length - counted.length,
    cameUp: amountOf(cameUp),
    gross: toFigureOrNull(shareOf(renewed, cameUp)),
    net: toFigureOrNull(shareOf(renewed + sum(LoyaltyEventKind.EXPANDED), cameUp)),
  };
}

/** An expansion or a contraction by itself does not say what it was made of. */
function isValued({ events }: Outcome, currency: string): boolean {
  const saysWhatCameUp = events.some(
    ({ kind }) => kind === LoyaltyEventKind.RENEWED || kind === LoyaltyEventKind.LOST,
  );
  return saysWhatCameUp && events.every((event) => amountIn(event, currency) !== null);
}

function amountIn(event: LoyaltyEventFact, currency: string): string | null {
  return event.currency === currency ? event.amount : null;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
