import type { AccountFacts, Instant, StakeholderFact } from '../facts.js';
import { dateOf } from '../instants.js';
import { levelAt } from '../map/levels-held.js';
import type { OrganisationLevel } from '../terms.js';

/** Whether the person is at the account on that day; the first and the last day belong to it. */
export function isActive(stakeholder: StakeholderFact, at: Instant): boolean {
  const today = dateOf(at);
  const hasCome = stakeholder.startedOn === null || stakeholder.startedOn <= today;
  return hasCome && !hasLeft(stakeholder, at);
}

/** Whether the person's last day at the account is over. */
export function hasLeft(stakeholder: StakeholderFact, at: Instant): boolean {
  return stakeholder.endedOn !== null && stakeholder.endedOn < dateOf(at);
}

/** The active people of a level. */
export function peopleAt(level: OrganisationLevel, facts: AccountFacts, at: Instant): StakeholderFact[] {
  return facts.stakeholders.filter((person) => isActive(person, at) && levelAt(person.levels, at) === level);
}
