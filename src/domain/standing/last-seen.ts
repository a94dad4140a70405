import type { AccountFacts, Instant, InteractionFact } from '../facts.js';
import { levelAt } from '../map/levels-held.js';
import { Measure, type OrganisationLevel, Provenance } from '../terms.js';

/** When the level last answered: anybody who held it at the time, those who left since included. */
export function lastHeardAt(level: OrganisationLevel, facts: AccountFacts): Instant | null {
  const people = new Map(facts.stakeholders.map((person) => [person.id, person]));
  const heard = facts.answers.filter((answer) => {
    const person = people.get(answer.stakeholderId);
    const isStated = answer.provenance === Provenance.CUSTOMER_STATED && answer.measure !== Measure.INTENTION;
    return isStated && person !== undefined && levelAt(person.levels, answer.answeredAt) === level;
  });
  return latest(heard.map((answer) => answer.answeredAt));
}

/** When we were last in contact with the level: with anybody who held it at the time. */
export function lastContactAt(level: OrganisationLevel, facts: AccountFacts): Instant | null {
  return latest(contactsWith(level, facts).map((contact) => contact.occurredAt));
}

/** The interactions somebody of the level took part in, at the level held at the time. */
export function contactsWith(level: OrganisationLevel, facts: AccountFacts): InteractionFact[] {
  const people = new Map(facts.stakeholders.map((person) => [person.id, person]));
  return facts.interactions.filter((contact) =>
    contact.stakeholderIds.some((id) => {
      const person = people.get(id);
      return person !== undefined && levelAt(person.levels, contact.occurredAt) === level;
    }),
  );
}

function latest(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>((last, next) => (last === null || next > last ? next : last), null);
}
