import type { Instant, StakeholderFact } from '../../facts.js';
import { hasLeft } from '../../standing/people.js';
import { RiskReasonCode, StakeholderRole } from '../../terms.js';
import { type Departure, evidenceOf, type JudgementContext, type Reason } from '../reason.js';

const KEY_ROLES: readonly StakeholderRole[] = [StakeholderRole.DECISION_MAKER, StakeholderRole.CHAMPION];

/** A decision maker or champion left and nobody is named to succeed; naming somebody ends it, time does not. */
export function keyStakeholderLeft({ facts, at, method }: JudgementContext): Reason | null {
  const departures = facts.stakeholders.flatMap((person) => departureOf(person, at));
  if (departures.length === 0) return null;
  return {
    code: RiskReasonCode.KEY_STAKEHOLDER_LEFT,
    weight: method.reasons.keyStakeholderLeft.weight,
    figures: { departures },
    evidence: evidenceOf(
      'stakeholder',
      departures.map(({ stakeholderId }) => stakeholderId),
    ),
  };
}

function departureOf(person: StakeholderFact, at: Instant): Departure[] {
  const roles = KEY_ROLES.filter((role) => person.roles.includes(role));
  const isVacant = hasLeft(person, at) && person.successorId === null;
  if (!isVacant || roles.length === 0 || person.endedOn === null) return [];
  return [{ stakeholderId: person.id, roles, endedOn: person.endedOn }];
}
