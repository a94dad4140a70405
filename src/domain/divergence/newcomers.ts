import type { Instant, StakeholderFact } from '../facts.js';
import { OrganisationLevel } from '../terms.js';

/**
 * When the person came to the present level: by joining the account or by moving from another known level, whichever
 * was later. Null when neither is recorded; learning a level that was unknown before is no move.
 */
export function cameToLevelAt(person: StakeholderFact, at: Instant): Instant | null {
  const joined = person.startedOn === null ? null : `${person.startedOn}T00:00:00.000Z`;
  const moved = movedAt(person, at);
  if (joined === null || moved === null) return joined ?? moved;
  return joined > moved ? joined : moved;
}

function movedAt(person: StakeholderFact, at: Instant): Instant | null {
  const held = person.levels.filter(
    ({ level, from }) => level !== OrganisationLevel.UNKNOWN && (from === null || from <= at),
  );
  const present = held.at(-1)?.level;
  const lastElsewhere = held.findLastIndex(({ level }) => level !== present);
  return lastElsewhere === -1 ? null : (held[lastElsewhere + 1]?.from ?? null);
}
