import type { AccountFacts, CalendarDate, Instant, TeamMemberFact } from '../facts.js';
import { dateOf } from '../instants.js';

/** Whether the member is on the account on that day; the first and the last day belong to it. */
export function isOnTeam({ since, until }: TeamMemberFact, at: Instant): boolean {
  const today: CalendarDate = dateOf(at);
  return since <= today && (until === null || until >= today);
}

/** Our people on the account on that day. */
export function teamAt({ team }: AccountFacts, at: Instant): TeamMemberFact[] {
  return team.filter((member) => isOnTeam(member, at));
}

/** Who of our people looks after a stakeholder, in the order of their ids. */
export function counterpartsOf(stakeholderId: string, facts: AccountFacts, at: Instant): string[] {
  const members = teamAt(facts, at).filter(({ counterpartIds }) => counterpartIds.includes(stakeholderId));
  return [...new Set(members.map(({ userId }) => userId))].sort();
}
