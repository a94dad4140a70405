import type { CalendarDate, Instant } from '../facts.js';
import type { FlagStatus } from '../judgement-terms.js';

/** How flags come and go (section 7). */
export interface FlagMethod {
  /** A condition is gone when it has not held for so many days. */
  readonly goneDays: number;
  /** A flag a person closed comes back after so many days if its condition still holds. */
  readonly closedDays: number;
}

/** A step in the life of a flag. */
export enum FlagStep {
  OPENED = 'OPENED',
  /** Opened again, by the method or by a person. */
  REOPENED = 'REOPENED',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  SNOOZED = 'SNOOZED',
  /** The snooze ended. */
  WOKE = 'WOKE',
  /** By the method when its condition is gone, or by a person with a reason. */
  CLOSED = 'CLOSED',
}

/** What happened to a flag. Events are only ever added. */
export interface FlagEvent {
  readonly step: FlagStep;
  /** Where the flag stands from then on. */
  readonly status: FlagStatus;
  /** Never before the event that precedes it. */
  readonly at: Instant;
  /** Who did it; null for the method, or when who did it is not a user. */
  readonly byId: string | null;
  /** Why, in the person's words; null for the method. */
  readonly reason: string | null;
  /** Set for SNOOZED only. */
  readonly snoozedUntil: CalendarDate | null;
}

/**
 * A finding with a life. An account has one flag per code for good: when the finding comes back, the same flag is opened
 * again, so that its history is one story.
 */
export interface Flag {
  readonly status: FlagStatus;
  /** When it was opened, or opened again. */
  readonly openedAt: Instant;
  /** Null while it is not closed. */
  readonly closedAt: Instant | null;
  /** Whether a person closed it; false while it is not closed. */
  readonly closedByPerson: boolean;
  /** It wakes on this day; null unless snoozed. */
  readonly snoozedUntil: CalendarDate | null;
  /** When its condition was first seen gone; null while the condition holds. */
  readonly goneSince: Instant | null;
  /** When its latest event happened. */
  readonly lastEventAt: Instant;
}

/** A flag after something happened, and the events that are new. */
export interface FlagChange {
  readonly flag: Flag;
  /** Oldest first; empty when only `goneSince` changed, or nothing. */
  readonly events: readonly FlagEvent[];
}
