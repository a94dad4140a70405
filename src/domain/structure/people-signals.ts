import type { AccountFacts, Instant, StakeholderFact } from '../facts.js';
import { levelAt } from '../map/levels-held.js';
import { isActive, peopleAt } from '../standing/people.js';
import { teamAt } from '../team/team.js';
import { OrganisationLevel, OrganisationStructure, StakeholderRole } from '../terms.js';
import {
  type KnownStructure,
  structureDecidedBy,
  type StructureMethod,
  type StructureSignal,
  StructureSignalKind,
} from './signal.js';

const { HIERARCHICAL, FLAT } = OrganisationStructure;

/** What the people of an account and those opposite them tell about its structure. */
export function peopleSignals(facts: AccountFacts, at: Instant, method: StructureMethod): StructureSignal[] {
  const people = facts.stakeholders.filter((person) => isActive(person, at));
  return [
    ...reportingLines(people, method),
    ...decisionMakers(people, at, method),
    ...oppositeTeam(facts, at, method),
  ];
}

/** Deep lines tell of a hierarchy; shallow ones of a flat account, once enough people are in them. No lines tell nothing. */
function reportingLines(people: readonly StakeholderFact[], method: StructureMethod): StructureSignal[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const lines = people.map((person) => lineAbove(person, byId)).filter((line) => line.length > 1);
  const depth = Math.max(0, ...lines.map((line) => line.length));
  const lined = [...new Set(lines.flat())].sort();
  const kind = StructureSignalKind.REPORTING_LINES;
  if (depth >= method.deepLine) return [{ kind, leaning: HIERARCHICAL, weight: 1, ids: lined }];
  return lined.length < method.linedPeople ? [] : [{ kind, leaning: FLAT, weight: 1, ids: lined }];
}

/** The person and everybody above, in order. */
function lineAbove(person: StakeholderFact, byId: ReadonlyMap<string, StakeholderFact>): string[] {
  const line: string[] = [];
  for (let next: StakeholderFact | undefined = person; next && !line.includes(next.id);) {
    line.push(next.id);
    next = byId.get(next.reportsToId ?? '');
  }
  return line;
}

/** Where those sit who decide or approve, if nearly all of them sit at one level. */
function decisionMakers(
  people: readonly StakeholderFact[],
  at: Instant,
  { share }: StructureMethod,
): StructureSignal[] {
  const seats = people.flatMap(({ id, roles, levels }) => {
    const decides =
      roles.includes(StakeholderRole.DECISION_MAKER) || roles.includes(StakeholderRole.APPROVER);
    const leaning = structureDecidedBy(levelAt(levels, at));
    return decides && leaning !== null ? [{ id, leaning }] : [];
  });
  const majority = ([HIERARCHICAL, FLAT] as KnownStructure[]).find(
    (each) =>
      seats.length > 0 && seats.filter(({ leaning }) => leaning === each).length >= share * seats.length,
  );
  if (majority === undefined) return [];
  const ids = seats.map(({ id }) => id).sort();
  return [{ kind: StructureSignalKind.DECISION_MAKERS, leaning: majority, weight: 1, ids }];
}

/** Several people of operations stand opposite several of ours: the customer leaves the matter to those who use it. */
function oppositeTeam(
  facts: AccountFacts,
  at: Instant,
  { oppositePeople }: StructureMethod,
): StructureSignal[] {
  const operations = new Set(peopleAt(OrganisationLevel.OPERATIONS, facts, at).map(({ id }) => id));
  const pairs = teamAt(facts, at).flatMap(({ userId, counterpartIds }) =>
    counterpartIds.filter((id) => operations.has(id)).map((id) => ({ userId, id })),
  );
  const ours = new Set(pairs.map(({ userId }) => userId));
  const theirs = new Set(pairs.map(({ id }) => id));
  if (Math.min(ours.size, theirs.size) < oppositePeople) return [];
  return [{ kind: StructureSignalKind.OPPOSITE_TEAM, leaning: FLAT, weight: 1, ids: [...theirs].sort() }];
}
