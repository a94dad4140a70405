import type { CalendarDate, CommitmentFact, Instant } from '../facts.js';
import { dateOf, daysBefore } from '../instants.js';
import { CommitmentStatus } from '../terms.js';

const { OPEN, KEPT, BROKEN, RENEGOTIATED } = CommitmentStatus;

/**
 * What has become of a promise by an instant. Overdue is broken, and only keeping it mends that: agreeing on something
 * else counts up to the day it was due, not afterwards.
 */
export function commitmentStatusAt(
  commitment: Pick<CommitmentFact, 'settled' | 'settledAt' | 'dueOn'>,
  at: Instant,
): CommitmentStatus {
  const { settled, settledAt, dueOn } = commitment;
  const isOverdue = dateOf(at) > dueOn;
  if (settled === null || settledAt === null || settledAt > at) return isOverdue ? BROKEN : OPEN;
  return settled === RENEGOTIATED && dateOf(settledAt) > dueOn ? BROKEN : settled;
}

/** Since when the promise is broken; null when it is not at that instant. */
export function brokenAt(commitment: CommitmentFact, at: Instant): Instant | null {
  if (commitmentStatusAt(commitment, at) !== BROKEN) return null;
  const { settled, settledAt, dueOn } = commitment;
  const overdueFrom = dayAfter(dueOn);
  return settled === BROKEN && settledAt !== null && settledAt < overdueFrom ? settledAt : overdueFrom;
}

/** Whether it was kept, but after the day it was promised for. */
export function isKeptLate({ settled, settledAt, dueOn }: CommitmentFact, at: Instant): boolean {
  return settled === KEPT && settledAt !== null && settledAt <= at && dateOf(settledAt) > dueOn;
}

/** Why a settlement is refused. */
export type SettlementRefusal =
  'NOT_A_SETTLEMENT' | 'IN_FUTURE' | 'BEFORE_PROMISE' | 'ALREADY_SETTLED' | 'OVERDUE';

/** Why a promise cannot be settled so; null when it can. */
export function checkSettlement(
  { madeAt, dueOn, settled: before }: CommitmentFact,
  settled: CommitmentStatus,
  settledAt: Instant,
  now: Instant,
): SettlementRefusal | null {
  if (settled === OPEN) return 'NOT_A_SETTLEMENT';
  if (before !== null) return 'ALREADY_SETTLED';
  if (settledAt > now) return 'IN_FUTURE';
  if (settledAt < madeAt) return 'BEFORE_PROMISE';
  return settled === RENEGOTIATED && dateOf(settledAt) > dueOn ? 'OVERDUE' : null;
}

function dayAfter(date: CalendarDate): Instant {
  return daysBefore(`${date}T00:00:00.000Z`, -1);
}
