import type { Instant, StakeholderFact } from '../facts.js';
import { hasLeft } from '../standing/people.js';

/** Where a seat has gone: to somebody who is there, or nowhere since its last holder left. */
export interface Succession {
  /** Who holds it now; null for a vacancy. */
  readonly successorId: string | null;
  /** The last known holder who left. */
  readonly lastId: string;
}

/** Follows the named successors of somebody who left, as far as they lead. */
export function successionOf(
  departed: StakeholderFact,
  people: readonly StakeholderFact[],
  at: Instant,
): Succession {
  const seen = new Set([departed.id]);
  let last = departed;
  while (last.successorId !== null && !seen.has(last.successorId)) {
    const { successorId } = last;
    const next = people.find(({ id }) => id === successorId);
    if (next === undefined || !hasLeft(next, at)) return { successorId, lastId: last.id };
    seen.add(next.id);
    last = next;
  }
  return { successorId: null, lastId: last.id };
}
