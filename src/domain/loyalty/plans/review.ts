import type { CalendarDate } from '../../facts.js';

/** A review of a plan that took place. */
export interface ReviewFact {
  readonly heldOn: CalendarDate;
  /** When the next one is to be held; null where nobody said. */
  readonly nextReviewOn: CalendarDate | null;
}

/** Why a review cannot be recorded. */
export type ReviewRefusal = 'IN_FUTURE' | 'NEXT_NOT_LATER';

/** Why a review cannot be recorded; null when it can. */
export function checkReview({ heldOn, nextReviewOn }: ReviewFact, today: CalendarDate): ReviewRefusal | null {
  if (heldOn > today) return 'IN_FUTURE';
  return nextReviewOn !== null && nextReviewOn <= heldOn ? 'NEXT_NOT_LATER' : null;
}

/**
 * When the plan is next reviewed, once this review is recorded. One recorded late, when a later one is on record, moves
 * nothing: what was said last holds.
 */
export function nextReviewAfter(
  current: CalendarDate | null,
  earlier: readonly Pick<ReviewFact, 'heldOn'>[],
  review: ReviewFact,
): CalendarDate | null {
  return earlier.some(({ heldOn }) => heldOn > review.heldOn) ? current : review.nextReviewOn;
}
