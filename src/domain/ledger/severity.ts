import type { ProblemFact } from '../facts.js';
import { Severity } from '../terms.js';

const RANK: Readonly<Record<Severity, number>> = {
  [Severity.LOW]: 0,
  [Severity.MEDIUM]: 1,
  [Severity.HIGH]: 2,
  [Severity.CRITICAL]: 3,
};

/** What concerns a problem, the worst problem first; of two as bad, the one that arose earlier. */
export function heaviestFirst<Concern extends { readonly problem: ProblemFact }>(
  concerns: readonly Concern[],
): Concern[] {
  return [...concerns].sort(
    ({ problem: a }, { problem: b }) =>
      RANK[b.severity] - RANK[a.severity] || compare(a.occurredAt, b.occurredAt) || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
