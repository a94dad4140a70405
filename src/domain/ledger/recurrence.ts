import type { ProblemFact } from '../facts.js';
import { isWithin, lastDays } from '../instants.js';
import { ProblemStatus } from '../terms.js';
import { likenessOfTitles } from './title-likeness.js';

/** When a problem counts as an earlier one come back (section 5). */
export interface RecurrenceMethod {
  /** The earlier one arose at most so many days before. */
  readonly days: number;
  /** Smallest likeness of the titles, 0..1. */
  readonly likeness: number;
}

/**
 * The earlier problem of the account that this one repeats: the one somebody linked, else the latest with a like title;
 * null when there is none. Only what arose within a year before counts, a link too: older trouble was overcome.
 */
export function repeatedBy(
  problem: Pick<ProblemFact, 'id' | 'title' | 'occurredAt' | 'repeatsId'>,
  ofAccount: readonly ProblemFact[],
  { days, likeness }: RecurrenceMethod,
): ProblemFact | null {
  const earlier = ofAccount
    .filter(
      (other) => other.id !== problem.id && isWithin(other.occurredAt, lastDays(problem.occurredAt, days)),
    )
    .filter((other) => other.occurredAt < problem.occurredAt || other.id < problem.id)
    .sort((a, b) => compare(b.occurredAt, a.occurredAt) || compare(b.id, a.id));
  const linked = earlier.find(({ id }) => id === problem.repeatsId);
  return linked ?? earlier.find(({ title }) => likenessOfTitles(title, problem.title) >= likeness) ?? null;
}

/** Whether the problem came back: it was reopened, or it repeats an earlier one. */
export function isRecurring(
  problem: ProblemFact,
  ofAccount: readonly ProblemFact[],
  method: RecurrenceMethod,
): boolean {
  const wasReopened = problem.changes.some(({ status }) => status === ProblemStatus.OPEN);
  return wasReopened || repeatedBy(problem, ofAccount, method) !== null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
