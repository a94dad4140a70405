import type { CalendarDate, Instant } from '../../facts.js';
import { dateOf, daysBefore } from '../../instants.js';
import type { RiskReasonCode } from '../../judgement-terms.js';
import { lostOn } from '../lost-on.js';
import type { LoyaltyEventFact } from '../outcome.js';

/** A stretch of time during which something was said of an account. */
export interface Spell {
  readonly from: Instant;
  /** Null while it goes on. */
  readonly to: Instant | null;
}

/** A stretch during which a flag was open. */
export interface FlagSpell extends Spell {
  readonly code: RiskReasonCode;
}

/** What an account was worth in a year, from an instant on. */
export interface ValueHeld {
  /** Null: since ever, because nothing says since when. */
  readonly from: Instant | null;
  /** Exact decimal; null while it is not known. */
  readonly amount: string | null;
  /** ISO 4217; null together with the amount. */
  readonly currency: string | null;
}

/** What was said of one account over time, and what it then did. */
export interface AccountTrack {
  readonly accountId: string;
  /** When it was first judged: before that nothing could have been said of it. */
  readonly judgedFrom: Instant | null;
  readonly flags: readonly FlagSpell[];
  /** When it stood AT_RISK. */
  readonly atRisk: readonly Spell[];
  /** Ascending by `from`. */
  readonly values: readonly ValueHeld[];
  /** Its loyalty events that stand, oldest first. */
  readonly events: readonly LoyaltyEventFact[];
}

/** Whether the account was a customer at the end of the day. One of which nothing is recorded yet is taken for one. */
export function wasCustomerOn(events: readonly LoyaltyEventFact[], day: CalendarDate): boolean {
  return lostOn(events.filter(({ occurredOn }) => occurredOn <= day)) === null;
}

/** The annual value known at the end of the day; null when none was. */
export function valueOn(values: readonly ValueHeld[], day: CalendarDate): ValueHeld | null {
  return values.findLast(({ from }) => from === null || dateOf(from) <= day) ?? null;
}

/** The date so many days later; earlier for a negative number. */
export function daysAfter(day: CalendarDate, days: number): CalendarDate {
  return dateOf(daysBefore(day, -days));
}
