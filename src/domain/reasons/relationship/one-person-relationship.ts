import type { InteractionFact, TeamMemberFact } from '../../facts.js';
import { isWithin, lastDays } from '../../instants.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { teamAt } from '../../team/team.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** Nearly all contact runs through one of our people: the loyalty there is may be to them, and leave with them. */
export function onePersonRelationship({ facts, at, method }: JudgementContext): Reason | null {
  const { days, share, interactions: fewest, weight } = method.reasons.onePersonRelationship;
  const recent = facts.interactions.filter((contact) => isWithin(contact.occurredAt, lastDays(at, days)));
  const busiest = busiestOf(recent);
  if (busiest === null || recent.length < fewest || busiest.contacts.length < share * recent.length)
    return null;
  return {
    code: RiskReasonCode.ONE_PERSON_RELATIONSHIP,
    weight,
    figures: {
      userId: busiest.userId,
      interactions: busiest.contacts.length,
      ofAll: recent.length,
      days,
      otherTeamIds: others(busiest.userId, teamAt(facts, at)),
    },
    evidence: evidenceOf(
      'interaction',
      busiest.contacts.map(({ id }) => id),
    ),
  };
}

/** Who of our people had most of the contacts; of two with as many, the one with the smaller id. */
function busiestOf(contacts: readonly InteractionFact[]) {
  const userIds = [...new Set(contacts.flatMap(({ loggedById }) => loggedById ?? []))].sort();
  const shares = userIds.map((userId) => ({
    userId,
    contacts: contacts.filter(({ loggedById }) => loggedById === userId),
  }));
  return shares.sort((a, b) => b.contacts.length - a.contacts.length)[0] ?? null;
}

function others(userId: string, team: readonly TeamMemberFact[]): string[] {
  return [...new Set(team.map((member) => member.userId))].filter((id) => id !== userId).sort();
}
