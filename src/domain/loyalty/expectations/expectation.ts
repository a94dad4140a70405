import type { CalendarDate, Instant } from '../../facts.js';
import { dateOf, daysBefore } from '../../instants.js';
import type { OrganisationLevel } from '../../terms.js';
import type { CheckInResult } from '../terms.js';

/** The wording of an expectation that holds. Whatever was confirmed of an earlier wording does not count for it. */
export interface Wording {
  /** Counts the wordings of an expectation from 1. */
  readonly revision: number;
  readonly agreedAt: Instant;
  /** How often both sides look at it, in days. */
  readonly checkEveryDays: number;
  /** Since when nobody expects it any longer; null while it holds. */
  readonly retiredAt: Instant | null;
}

/** Somebody of the account said that this is what both sides expect. */
export interface ConfirmationFact {
  /** The wording that was confirmed. */
  readonly revision: number;
  readonly stakeholderId: string;
  /** The level they held when they confirmed it. */
  readonly level: OrganisationLevel;
  readonly at: Instant;
}

/** A look at how an expectation was met. */
export interface CheckInFact {
  readonly heldAt: Instant;
  readonly result: CheckInResult;
}

/** Days between two check-ins unless said otherwise: a quarter. */
export const USUAL_CHECK_DAYS = 90;

/**
 * The day of the next check-in: so many days after the last one, or after this wording was agreed if that came later,
 * because whoever agrees on words has just spoken of it. Null for what nobody expects any longer.
 */
export function nextCheckInOn(
  { agreedAt, checkEveryDays, retiredAt }: Wording,
  checkIns: readonly Pick<CheckInFact, 'heldAt'>[],
): CalendarDate | null {
  if (retiredAt !== null) return null;
  const last = checkIns.reduce((latest, { heldAt }) => (heldAt > latest ? heldAt : latest), agreedAt);
  return dateOf(daysBefore(last, -checkEveryDays));
}

/** Why something cannot be recorded of an expectation. */
export type ExpectationRefusal = 'IN_FUTURE' | 'BEFORE_AGREEMENT' | 'RETIRED';

/** Why a confirmation cannot be recorded; null when it can. Nobody confirms words before they were agreed. */
export function checkConfirmation(wording: Wording, at: Instant, now: Instant): ExpectationRefusal | null {
  if (at > now) return 'IN_FUTURE';
  if (at < wording.agreedAt) return 'BEFORE_AGREEMENT';
  return isRetired(wording, at) ? 'RETIRED' : null;
}

/** The same for a check-in, which may be one of an earlier wording: `firstAgreedAt` is when the first was agreed. */
export function checkCheckIn(
  wording: Wording,
  firstAgreedAt: Instant,
  at: Instant,
  now: Instant,
): ExpectationRefusal | null {
  return checkConfirmation({ ...wording, agreedAt: firstAgreedAt }, at, now);
}

function isRetired({ retiredAt }: Wording, at: Instant): boolean {
  return retiredAt !== null && at >= retiredAt;
}
