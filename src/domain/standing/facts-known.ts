import type { AccountFacts, Instant, StakeholderFact } from '../facts.js';

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
  };
}

function personKnownAt(person: StakeholderFact, at: Instant): StakeholderFact {
  return { ...person, levels: person.levels.filter(({ from }) => from === null || from <= at) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
