import type { AccountFacts, Instant, KnowledgeFact, ProblemFact, StakeholderFact } from '../facts.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import { peopleAt } from '../standing/people.js';
import { ProblemKnowledge, StakeholderRole } from '../terms.js';
import { knowledgeOf, type KnowledgeOfProblem, knowsAtLeast } from './knowledge.js';

const { TOLD_OF_PROBLEM, TOLD_OF_RESOLUTION } = ProblemKnowledge;

/** One person of a level with what they know. */
export interface PersonKnowing extends KnowledgeOfProblem {
  readonly person: StakeholderFact;
}

/** What the people who are at a level now know of a problem. Who has left takes their knowledge along. */
export interface LevelKnowledge {
  readonly people: readonly PersonKnowing[];
  /** Whether anybody there knows of the problem. */
  readonly knowsOfProblem: boolean;
  /**
   * Whether a decision maker who knows of the problem knows of the resolution; where no decision maker knows of it,
   * whether anybody does. A decision maker who never heard of the trouble needs no news of its end: if they did, telling
   * a colleague would open a gap that was not there before.
   */
  readonly knowsOfResolution: boolean;
}

/** What a level knows of a problem at an instant. */
export function levelKnowledge(
  level: NamedLevel,
  problem: ProblemFact,
  facts: AccountFacts,
  at: Instant,
  entries: readonly KnowledgeFact[] = facts.knowledge,
): LevelKnowledge {
  const people = peopleAt(level, facts, at).map((person) => ({
    person,
    ...knowledgeOf(problem, entries, person.id, at),
  }));
  const knowing = people.filter(({ knowledge }) => knowsAtLeast(knowledge, TOLD_OF_PROBLEM));
  const deciders = knowing.filter(({ person }) => decides(person));
  const voices = deciders.length > 0 ? deciders : knowing;
  return {
    people,
    knowsOfProblem: knowing.length > 0,
    knowsOfResolution: voices.some(({ knowledge }) => knowsAtLeast(knowledge, TOLD_OF_RESOLUTION)),
  };
}

/** Whether the person is a decision maker. */
export function decides({ roles }: StakeholderFact): boolean {
  return roles.includes(StakeholderRole.DECISION_MAKER);
}
