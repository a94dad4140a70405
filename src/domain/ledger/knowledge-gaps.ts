import type { AccountFacts, Instant, KnowledgeFact, ProblemFact } from '../facts.js';
import { daysBefore } from '../instants.js';
import { NAMED_LEVELS, type NamedLevel } from '../standing/levels-standing.js';
import { ProblemKnowledge } from '../terms.js';
import { decides, type LevelKnowledge, levelKnowledge } from './level-knowledge.js';
import { problemStateAt } from './problem-state.js';

/** A resolved problem that a level knows of without knowing that it is resolved. */
export interface KnowledgeGap {
  readonly problem: ProblemFact;
  readonly level: NamedLevel;
  /** Whom to tell: who knows of the problem only; decision makers first, then in the order of their ids. */
  readonly untoldIds: readonly string[];
  /** Since when the level has been in the dark. */
  readonly since: Instant;
  /** The ledger entries that show the level knows of the problem; who reported it needs none. */
  readonly entryIds: readonly string[];
}

/** The knowledge gaps of an account, oldest first. */
export function knowledgeGaps(facts: AccountFacts, at: Instant): KnowledgeGap[] {
  return facts.problems
    .filter((problem) => problem.occurredAt <= at && problemStateAt(problem, at).resolvedAt !== null)
    .flatMap((problem) => {
      const entries = facts.knowledge.filter(({ problemId }) => problemId === problem.id);
      return NAMED_LEVELS.flatMap((level) => gapAt(level, problem, facts, at, entries));
    })
    .sort((a, b) => compare(a.since, b.since) || compare(a.problem.id, b.problem.id));
}

function gapAt(
  level: NamedLevel,
  problem: ProblemFact,
  facts: AccountFacts,
  at: Instant,
  entries: readonly KnowledgeFact[],
): KnowledgeGap[] {
  const knowledgeAt = (instant: Instant) => levelKnowledge(level, problem, facts, instant, entries);
  const known = knowledgeAt(at);
  if (!isGap(known)) return [];
  const moments = momentsOf(problem, facts, at, entries);
  const lastTold = moments.findLastIndex((moment) => !isGap(knowledgeAt(moment)));
  return [
    {
      problem,
      level,
      untoldIds: untold(known),
      since: moments[lastTold + 1] ?? at,
      entryIds: known.people.flatMap(({ history }) => history.flatMap(({ entryId }) => entryId ?? [])).sort(),
    },
  ];
}

function isGap({ knowsOfProblem, knowsOfResolution }: LevelKnowledge): boolean {
  return knowsOfProblem && !knowsOfResolution;
}

function untold({ people }: LevelKnowledge): string[] {
  return people
    .filter(({ knowledge }) => knowledge === ProblemKnowledge.TOLD_OF_PROBLEM)
    .map(({ person }) => person)
    .sort((a, b) => Number(decides(b)) - Number(decides(a)) || compare(a.id, b.id))
    .map(({ id }) => id);
}

/** The instants since the resolution at which a gap can have begun or ended: somebody was told, came, moved or left. */
function momentsOf(
  problem: ProblemFact,
  facts: AccountFacts,
  at: Instant,
  entries: readonly KnowledgeFact[],
): Instant[] {
  const resolvedAt = problemStateAt(problem, at).resolvedAt ?? at;
  const moves = facts.stakeholders.flatMap(({ startedOn, endedOn, levels }) => [
    ...(startedOn === null ? [] : [`${startedOn}T00:00:00.000Z`]),
    ...(endedOn === null ? [] : [daysBefore(`${endedOn}T00:00:00.000Z`, -1)]),
    ...levels.flatMap(({ from }) => from ?? []),
  ]);
  const moments = [...entries.map((entry) => entry.at), ...moves];
  return [resolvedAt, ...moments.filter((moment) => moment > resolvedAt && moment <= at).sort()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
