import type { StakeholderFact } from '../../facts.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { hasLeft } from '../../standing/people.js';
import { handoverOf } from '../../team/handovers.js';
import { successionOf } from '../../team/successor.js';
import { type Departure, evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** A decision maker or champion left and the seat is vacant; naming a successor ends it, time does not. */
export function keyStakeholderLeft(context: JudgementContext): Reason | null {
  const departures = context.facts.stakeholders.flatMap((person) => departureOf(person, context));
  if (departures.length === 0) return null;
  return {
    code: RiskReasonCode.KEY_STAKEHOLDER_LEFT,
    weight: context.method.reasons.keyStakeholderLeft.weight,
    figures: { departures },
    evidence: evidenceOf(
      'stakeholder',
      departures.map(({ stakeholderId }) => stakeholderId),
    ),
  };
}

/** A seat that several left in turn is one vacancy: that of the last. */
function departureOf(person: StakeholderFact, { facts, at }: JudgementContext): Departure[] {
  if (!hasLeft(person, at)) return [];
  const left = handoverOf(person, facts, at);
  if (left.successorId !== null || left.keyRoles.length === 0) return [];
  const { lastId } = successionOf(person, facts.stakeholders, at);
  const last = facts.stakeholders.find(({ id }) => id === lastId) ?? person;
  if (last.id !== person.id && handoverOf(last, facts, at).keyRoles.length > 0) return [];
  return [
    {
      stakeholderId: person.id,
      roles: left.keyRoles,
      endedOn: left.endedOn,
      counterpartIds: left.counterpartIds,
      openProblems: left.problemIds.length,
      openPromises: left.commitmentIds.length,
    },
  ];
}
