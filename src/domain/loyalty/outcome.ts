import type { CalendarDate } from '../facts.js';
import { daysBetween } from '../instants.js';
import { LoyaltyEventKind } from './terms.js';

/** A loyalty event that stands: no correction has taken its place. */
export interface LoyaltyEventFact {
  readonly id: string;
  readonly accountId: string;
  readonly kind: LoyaltyEventKind;
  readonly occurredOn: CalendarDate;
  /** What the event was about, as an exact decimal; null where nobody recorded it. */
  readonly amount: string | null;
  /** ISO 4217; null together with the amount. */
  readonly currency: string | null;
}

/** One decision of an account about us, as it was observed. */
export interface Outcome {
  readonly accountId: string;
  readonly stayed: boolean;
  /** The day of the first event of this decision: what was said has to come before it. */
  readonly decidedOn: CalendarDate;
  /** The events that tell of this decision, oldest first. */
  readonly events: readonly LoyaltyEventFact[];
}

/** Events of the same direction this close together tell of one decision: a renewal and the expansion booked with it. */
export const DAYS_OF_ONE_DECISION = 60;

/** What only an account does that stays with us. */
export const STAYED: ReadonlySet<LoyaltyEventKind> = new Set([
  LoyaltyEventKind.RENEWED,
  LoyaltyEventKind.EXPANDED,
  LoyaltyEventKind.CONTRACTED,
]);

/**
 * The decisions behind the events of any number of accounts, by account and then oldest first. Whoever renewed, expanded
 * or contracted has stayed; whoever was lost has left; a win-back and a referral decide nothing about staying.
 */
export function outcomesOf(events: readonly LoyaltyEventFact[]): Outcome[] {
  const telling = events.filter(({ kind }) => STAYED.has(kind) || kind === LoyaltyEventKind.LOST);
  const decisions: Outcome[] = [];
  for (const event of [...telling].sort(inOrder)) {
    const stayed = STAYED.has(event.kind);
    const before = decisions.at(-1);
    if (before && belongsTo(event, stayed, before)) {
      decisions[decisions.length - 1] = { ...before, events: [...before.events, event] };
    } else {
      const { accountId, occurredOn: decidedOn } = event;
      decisions.push({ accountId, stayed, decidedOn, events: [event] });
    }
  }
  return decisions;
}

function belongsTo(event: LoyaltyEventFact, stayed: boolean, before: Outcome): boolean {
  return (
    event.accountId === before.accountId &&
    stayed === before.stayed &&
    daysBetween(before.decidedOn, event.occurredOn) <= DAYS_OF_ONE_DECISION
  );
}

function inOrder(a: LoyaltyEventFact, b: LoyaltyEventFact): number {
  return compare(a.accountId, b.accountId) || compare(a.occurredOn, b.occurredOn) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
