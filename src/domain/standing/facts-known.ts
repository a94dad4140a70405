import type { AccountFacts, CommitmentFact, Instant, ProblemFact, StakeholderFact } from '../facts.js';
import { dateOf } from '../instants.js';

/**
 * The facts that had happened by an instant, in the order of their ids, so that neither what lies ahead nor the order
 * in which rows were read can change a judgement.
 */
export function factsKnownAt(facts: AccountFacts, at: Instant): AccountFacts {
  return {
    structure: facts.structure,
    stakeholders: facts.stakeholders.map((person) => personKnownAt(person, at)).sort(byId),
    answers: facts.answers.filter((answer) => answer.answeredAt <= at).sort(byId),
    interactions: facts.interactions.filter((contact) => contact.occurredAt <= at).sort(byId),
    problems: facts.problems
      .filter(({ occurredAt }) => occurredAt <= at)
      .map((problem) => problemKnownAt(problem, at))
      .sort(byId),
    knowledge: facts.knowledge.filter((entry) => entry.at <= at).sort(byId),
    commitments: facts.commitments
      .filter(({ madeAt }) => madeAt <= at)
      .map((commitment) => commitmentKnownAt(commitment, at))
      .sort(byId),
    team: facts.team.filter(({ since }) => since <= dateOf(at)).sort(byId),
    decisions: facts.decisions.filter(({ decidedOn }) => decidedOn <= dateOf(at)).sort(byId),
  };
}

function problemKnownAt(problem: ProblemFact, at: Instant): ProblemFact {
  return { ...problem, changes: problem.changes.filter((change) => change.at <= at) };
}

function commitmentKnownAt(commitment: CommitmentFact, at: Instant): CommitmentFact {
  const isSettled = commitment.settledAt !== null && commitment.settledAt <= at;
  return isSettled ? commitment : { ...commitment, settled: null, settledAt: null };
}

function personKnownAt(person: StakeholderFact, at: Instant): StakeholderFact {
  return { ...person, levels: person.levels.filter(({ from }) => from === null || from <= at) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
