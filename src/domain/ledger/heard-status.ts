import type { Instant, ProblemChange } from '../facts.js';
import { ProblemStatus } from '../terms.js';

/** A resolution or a reopening as recorded. */
export interface RecordedChange extends ProblemChange {
  /** One of our people recorded it, not another system. */
  readonly saidByPerson: boolean;
}

/** How a problem stands in another system. */
export interface HeardStatus {
  readonly status: ProblemStatus;
  /** When it was solved there; null while it stands. */
  readonly resolvedAt: Instant | null;
}

/**
 * What has to be recorded so that a problem stands as another system has it; null when that system says nothing new.
 * What a person recorded is not taken back. A system that has a problem open again does not say since when: it counts
 * from `now`, and a new solution that it dates before that counts from the same instant, because history is not rewritten.
 * @param recorded oldest first.
 */
export function changeHeard(
  { resolvedAt }: HeardStatus,
  recorded: readonly RecordedChange[],
  now: Instant,
): ProblemChange | null {
  const last = recorded.at(-1);
  if (resolvedAt === null) {
    const isReopened = last?.status === ProblemStatus.RESOLVED && !last.saidByPerson;
    return isReopened ? { status: ProblemStatus.OPEN, at: now } : null;
  }
  const solved = (at: Instant): ProblemChange => ({ status: ProblemStatus.RESOLVED, at });
  if (!last) return solved(resolvedAt);
  if (last.status === ProblemStatus.RESOLVED) return null;
  if (resolvedAt > last.at) return solved(resolvedAt);
  const before = recorded.findLast(({ status }) => status === ProblemStatus.RESOLVED);
  const isNew = before !== undefined && resolvedAt > before.at;
  return isNew && !last.saidByPerson ? solved(last.at) : null;
}
