import type { AccountFacts, Instant, StakeholderFact } from '../../facts.js';
import { isWithin, lastDays } from '../../instants.js';
import { decides } from '../../ledger/level-knowledge.js';
import { levelAt } from '../../map/levels-held.js';
import { decidingLevelsOf } from '../../standing/deciding-levels.js';
import { NAMED_LEVELS, type NamedLevel } from '../../standing/levels-standing.js';
import { peopleAt } from '../../standing/people.js';
import type { AdvocacyFacts, AmplificationFact } from '../advocacy-facts.js';
import { ADVOCACY_METHOD, type AdvocacyMethod } from '../advocacy-method.js';
import { advocateFactsOf, advocateStatus, isWilling } from '../advocate-status.js';
import { personGuard } from '../ask-guard.js';
import type { AmplificationOutcome } from '../terms.js';
import { type Connections, connectionsOf, type Path, shortestPathsTo } from './connections.js';

/** Somebody who decides and has heard an advocate. */
export interface Reached {
  readonly stakeholderId: string;
  /** Each time, latest first. */
  readonly by: readonly {
    readonly advocateId: string;
    readonly outcome: AmplificationOutcome;
    readonly at: Instant;
  }[];
}

/** Somebody who decides and has heard no advocate, with the ways that lead there. */
export interface Unreached {
  readonly stakeholderId: string;
  readonly isDecisionMaker: boolean;
  /** From the nearest advocates who may be asked; the shortest first. Empty when no way is known. */
  readonly nearest: readonly Path[];
}

/** How far our advocates have come at one deciding level. */
export interface LevelReach {
  readonly level: NamedLevel;
  readonly reached: readonly Reached[];
  /** Decision makers first. */
  readonly unreached: readonly Unreached[];
  /** People of the level who are advocates themselves; they need no other to reach them. */
  readonly advocateIds: readonly string[];
}

/** How far our advocates have come at an account. */
export interface Reach {
  readonly levels: readonly LevelReach[];
  /** Who has spoken for us, by id. */
  readonly speakerIds: readonly string[];
  /** The levels they spoke from. */
  readonly speakerLevels: readonly NamedLevel[];
  /** Whether all that was said was said by one person: that is no network yet. */
  readonly restsOnOnePerson: boolean;
}

interface ReachContext {
  readonly facts: AccountFacts;
  readonly at: Instant;
  readonly method: AdvocacyMethod;
  readonly spoken: readonly AmplificationFact[];
  readonly advocateIds: ReadonlySet<string>;
  readonly eligibleIds: ReadonlySet<string>;
  readonly connections: Connections;
}

/** Whom our advocates have reached within the cycle, and who could reach the others. */
export function reachOf(
  facts: AccountFacts,
  advocacy: AdvocacyFacts,
  at: Instant,
  method: AdvocacyMethod = ADVOCACY_METHOD,
): Reach {
  const period = lastDays(at, method.cycleDays);
  const spoken = advocacy.amplifications.filter(({ occurredAt }) => isWithin(occurredAt, period));
  const advocates = advocatesAt(facts, advocacy, at, method);
  const context: ReachContext = {
    facts,
    at,
    method,
    spoken,
    advocateIds: new Set(advocates.map(({ id }) => id)),
    eligibleIds: new Set(advocates.filter(({ isEligible }) => isEligible).map(({ id }) => id)),
    connections: connectionsOf(facts, at, method.cycleDays),
  };
  const speakerIds = [...new Set(spoken.map(({ advocateId }) => advocateId))].sort();
  return {
    levels: decidingLevelsOf(facts.structure).map((level) => levelReach(level, context)),
    speakerIds,
    speakerLevels: levelsOfSpeakers(context),
    restsOnOnePerson: speakerIds.length === 1,
  };
}

/** The advocates of an account; eligible are those who stand by us and were not asked lately. */
export function advocatesAt(
  facts: AccountFacts,
  advocacy: AdvocacyFacts,
  at: Instant,
  method: AdvocacyMethod = ADVOCACY_METHOD,
): { id: string; isEligible: boolean }[] {
  return facts.stakeholders.flatMap((person) => {
    const known = advocateFactsOf(person, facts, advocacy, at, method);
    if (advocateStatus(known, at, method) === null) return [];
    const isFree = personGuard(person.id, advocacy, at, method) === null;
    return [{ id: person.id, isEligible: isFree && isWilling(known, method) }];
  });
}

function levelReach(level: NamedLevel, context: ReachContext): LevelReach {
  const people = peopleAt(level, context.facts, context.at).sort(deciderFirst);
  const reached = people.map((person) => reachedBy(person, context.spoken));
  const heardNobody = people.filter((person, index) => {
    return reached[index]?.by.length === 0 && !context.advocateIds.has(person.id);
  });
  return {
    level,
    reached: reached.filter(({ by }) => by.length > 0),
    unreached: heardNobody.map((person) => unreached(person, context)),
    advocateIds: people.map(({ id }) => id).filter((id) => context.advocateIds.has(id)),
  };
}

function reachedBy({ id }: StakeholderFact, spoken: readonly AmplificationFact[]): Reached {
  const by = spoken.flatMap(({ advocateId, audience, occurredAt: at }) =>
    audience
      .filter(({ stakeholderId }) => stakeholderId === id)
      .map(({ outcome }) => ({ advocateId, outcome, at })),
  );
  return {
    stakeholderId: id,
    by: by.sort((a, b) => compare(b.at, a.at) || compare(a.advocateId, b.advocateId)),
  };
}

function unreached(person: StakeholderFact, context: ReachContext): Unreached {
  const { connections, eligibleIds, method } = context;
  const ways = [...shortestPathsTo(person.id, connections).values()]
    .filter(({ fromId }) => eligibleIds.has(fromId))
    .sort((a, b) => a.links.length - b.links.length || compare(a.fromId, b.fromId));
  return {
    stakeholderId: person.id,
    isDecisionMaker: decides(person),
    nearest: ways.slice(0, method.nearestShown),
  };
}

function levelsOfSpeakers({ spoken, facts }: ReachContext): NamedLevel[] {
  const people = new Map(facts.stakeholders.map((person) => [person.id, person]));
  const held = spoken.map(({ advocateId, occurredAt }) =>
    levelAt(people.get(advocateId)?.levels ?? [], occurredAt),
  );
  return NAMED_LEVELS.filter((level) => held.includes(level));
}

function deciderFirst(a: StakeholderFact, b: StakeholderFact): number {
  return Number(decides(b)) - Number(decides(a)) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
