import type { ReasonFigures } from '../reasons/reason.js';
import { type RiskReasonCode, StakeholderRole } from '../terms.js';
import { dayInWords, join, levelInWords, listNames, type NameOf } from './phrases.js';

/** Summaries of the reasons that look at people and contacts; without capital and full stop. */

/** A key person left and nobody is named to succeed. */
export function left(
  { departures }: ReasonFigures[RiskReasonCode.KEY_STAKEHOLDER_LEFT],
  nameOf: NameOf,
): string {
  const who = departures.map(({ stakeholderId, roles, endedOn }) => {
    const known = roles.includes(StakeholderRole.DECISION_MAKER) ? 'decision maker' : 'champion';
    return `${nameOf(stakeholderId) ?? 'somebody'} (${known}) left on ${dayInWords(endedOn)}`;
  });
  return `${join(who)}, and no successor is named`;
}

/** No contact with a deciding level for long. */
export function silent({ levels, days }: ReasonFigures[RiskReasonCode.DECIDING_LEVEL_SILENT]): string {
  return levels
    .map(({ level, lastContactAt }) =>
      lastContactAt === null
        ? `no contact with ${levelInWords(level)} is on record`
        : `no contact with ${levelInWords(level)} since ${dayInWords(lastContactAt)}, more than ${days} days ago`,
    )
    .join('; ');
}

/** Contact with fewer people of a deciding level than a relationship needs. */
export function singleThreaded(
  { levels, days }: ReasonFigures[RiskReasonCode.SINGLE_THREADED],
  nameOf: NameOf,
): string {
  const met = levels.map(({ level, known, metIds }) => {
    const people = metIds.length === 0 ? 'nobody' : `only ${listNames(metIds, nameOf)}`;
    return `${people} in ${levelInWords(level)} (${metIds.length} of ${known} known)`;
  });
  return `in the last ${days} days we were in contact with ${join(met)}`;
}

/** Nearly all contact runs through one of our people. */
export function onePerson(
  { userId, interactions, ofAll, days }: ReasonFigures[RiskReasonCode.ONE_PERSON_RELATIONSHIP],
  nameOf: NameOf,
): string {
  const who = nameOf(userId) ?? 'one of our people';
  return `${who} had ${interactions} of the ${ofAll} contacts of the last ${days} days: the loyalty may be to one person, not to us`;
}
