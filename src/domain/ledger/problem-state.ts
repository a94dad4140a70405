import type { Instant, ProblemChange, ProblemFact } from '../facts.js';
import { daysBetween } from '../instants.js';
import { ProblemStatus } from '../terms.js';

/** When a problem arose, and what became of it. */
export type ProblemCourse = Pick<ProblemFact, 'occurredAt' | 'changes'>;

/** How a problem stands at an instant. */
export interface ProblemState {
  readonly status: ProblemStatus;
  /** When it arose, or arose again: the beginning of the present or, when resolved, the last time it stood open. */
  readonly openedAt: Instant;
  /** Null while it is open. */
  readonly resolvedAt: Instant | null;
  /** How often it came back after it was taken for solved. */
  readonly reopenings: number;
}

/** How the problem stands at an instant that is not before it arose. */
export function problemStateAt(problem: ProblemCourse, at: Instant): ProblemState {
  const changes = [...problem.changes].filter((change) => change.at <= at).sort(byTime);
  const reopenings = changes.filter(({ status }) => status === ProblemStatus.OPEN);
  const last = changes.at(-1);
  const isResolved = last?.status === ProblemStatus.RESOLVED;
  return {
    status: isResolved ? ProblemStatus.RESOLVED : ProblemStatus.OPEN,
    openedAt: reopenings.at(-1)?.at ?? problem.occurredAt,
    resolvedAt: isResolved ? last.at : null,
    reopenings: reopenings.length,
  };
}

/** Whether the problem had arisen and was not solved. */
export function isOpenAt(problem: ProblemFact, at: Instant): boolean {
  return problem.occurredAt <= at && problemStateAt(problem, at).status === ProblemStatus.OPEN;
}

/** For how many days it has stood open this time; 0 when it is solved. */
export function daysOpen(problem: ProblemFact, at: Instant): number {
  return isOpenAt(problem, at) ? daysBetween(problemStateAt(problem, at).openedAt, at) : 0;
}

/** Why a resolution or a reopening is refused. */
export type ChangeRefusal =
  'BEFORE_PROBLEM' | 'BEFORE_LAST_CHANGE' | 'IN_FUTURE' | 'ALREADY_RESOLVED' | 'ALREADY_OPEN';

/** Why the change cannot follow on what is recorded; null when it can. Time runs forward: history is not rewritten. */
export function checkProblemChange(
  problem: ProblemCourse,
  change: ProblemChange,
  now: Instant,
): ChangeRefusal | null {
  if (change.at > now) return 'IN_FUTURE';
  if (change.at < problem.occurredAt) return 'BEFORE_PROBLEM';
  if (problem.changes.some(({ at }) => at > change.at)) return 'BEFORE_LAST_CHANGE';
  if (problemStateAt(problem, change.at).status !== change.status) return null;
  return change.status === ProblemStatus.RESOLVED ? 'ALREADY_RESOLVED' : 'ALREADY_OPEN';
}

function byTime(a: ProblemChange, b: ProblemChange): number {
  return a.at < b.at ? -1 : Number(a.at > b.at);
}
