import type { Instant, KnowledgeFact, ProblemFact } from '../facts.js';
import { ProblemKnowledge, ProblemStatus } from '../terms.js';
import { problemStateAt } from './problem-state.js';

/** Why a ledger entry is refused. */
export type EntryRefusal =
  'NOTHING_TOLD' | 'IN_FUTURE' | 'BEFORE_PROBLEM' | 'BEFORE_RESOLUTION' | 'NOT_RESOLVED';

/** A refused entry, and from when on it would have been possible. */
export interface RefusedEntry {
  readonly reason: EntryRefusal;
  /** Null when no time would do. */
  readonly notBefore: Instant | null;
}

/**
 * Why an entry cannot be true; null when it can. Nobody hears of a problem before it arose, nor of a solution while the
 * problem stands. Hearing again of what one already knows is allowed: it happens, and takes nothing back.
 */
export function checkLedgerEntry(
  problem: ProblemFact,
  entry: Pick<KnowledgeFact, 'at'> & { readonly knowledge: ProblemKnowledge },
  now: Instant,
): RefusedEntry | null {
  const { knowledge, at } = entry;
  if (knowledge === ProblemKnowledge.UNAWARE) return { reason: 'NOTHING_TOLD', notBefore: null };
  if (at > now) return { reason: 'IN_FUTURE', notBefore: null };
  if (at < problem.occurredAt) return { reason: 'BEFORE_PROBLEM', notBefore: problem.occurredAt };
  const isOfProblem = knowledge === ProblemKnowledge.TOLD_OF_PROBLEM;
  if (isOfProblem || problemStateAt(problem, at).status === ProblemStatus.RESOLVED) return null;
  const resolvedAt = nextResolution(problem, at);
  return { reason: resolvedAt === null ? 'NOT_RESOLVED' : 'BEFORE_RESOLUTION', notBefore: resolvedAt };
}

function nextResolution({ changes }: ProblemFact, after: Instant): Instant | null {
  const later = changes.filter(({ status, at }) => status === ProblemStatus.RESOLVED && at > after);
  return later.map(({ at }) => at).sort()[0] ?? null;
}
