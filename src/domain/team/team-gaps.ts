import type { AccountFacts, Instant } from '../facts.js';
import { decidingLevelsOf } from '../standing/deciding-levels.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import { peopleAt } from '../standing/people.js';
import { OurFunction } from '../terms.js';
import { type Handover, handovers, type TeamVacancy, teamVacancies } from './handovers.js';
import { counterpartsOf, teamAt } from './team.js';

/** Where the account team leaves the customer alone. */
export interface TeamGaps {
  /** People of a deciding level whom nobody looks after. */
  readonly withoutCounterpart: readonly { readonly stakeholderId: string; readonly level: NamedLevel }[];
  /** Functions an account needs, or had, that nobody covers now, in the order functions are listed. */
  readonly uncoveredFunctions: readonly OurFunction[];
  /** False when people are on the team and none leads it, or nobody is. */
  readonly hasLeader: boolean;
  /** Seats of the customer that somebody left and nobody took over, with what was left behind. */
  readonly vacancies: readonly Handover[];
  /** What our own people left behind. */
  readonly teamVacancies: readonly TeamVacancy[];
}

/** Somebody has to sell to and somebody has to serve any customer. */
const ALWAYS_NEEDED: readonly OurFunction[] = [OurFunction.SALES, OurFunction.SERVICE];

/** The gaps of an account's team on a date. `needed` are the functions each account should have. */
export function teamGaps(
  facts: AccountFacts,
  at: Instant,
  needed: readonly OurFunction[] = ALWAYS_NEEDED,
): TeamGaps {
  const team = teamAt(facts, at);
  const covered = new Set(team.map(({ ourFunction }) => ourFunction));
  const wanted = new Set([...needed, ...facts.team.map(({ ourFunction }) => ourFunction)]);
  return {
    withoutCounterpart: decidingLevelsOf(facts.structure).flatMap((level) =>
      unattendedAt(level, facts, at).map((stakeholderId) => ({ stakeholderId, level })),
    ),
    uncoveredFunctions: Object.values(OurFunction).filter((each) => wanted.has(each) && !covered.has(each)),
    hasLeader: team.some(({ isLeader }) => isLeader),
    vacancies: handovers(facts, at).filter(({ successorId }) => successorId === null),
    teamVacancies: teamVacancies(facts, at),
  };
}

/** The people of a level whom nobody on the team looks after, in the order of their ids. */
export function unattendedAt(level: NamedLevel, facts: AccountFacts, at: Instant): string[] {
  return peopleAt(level, facts, at)
    .map(({ id }) => id)
    .filter((id) => counterpartsOf(id, facts, at).length === 0)
    .sort();
}
