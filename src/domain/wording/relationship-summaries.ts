import { type RiskReasonCode } from '../judgement-terms.js';
import type { Departure, ReasonFigures } from '../reasons/reason.js';
import { StakeholderRole } from '../terms.js';
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
  return `${join(who)}, and no successor is named${leftBehind(departures, nameOf)}`;
}

function leftBehind(departures: readonly Departure[], nameOf: NameOf): string {
  const sum = (count: (each: Departure) => number): number =>
    departures.reduce((total, each) => total + count(each), 0);
  const owed = [
    ...counted(
      sum(({ openProblems }) => openProblems),
      'open problem',
    ),
    ...counted(
      sum(({ openPromises }) => openPromises),
      'open promise',
    ),
  ];
  const ours = [...new Set(departures.flatMap(({ counterpartIds }) => counterpartIds))];
  const left = owed.length === 0 ? '' : `; ${join(owed)} left behind`;
  return ours.length === 0 ? left : `${left}; ${listNames(ours, nameOf)} looked after them`;
}

function counted(count: number, thing: string): string[] {
  return count === 0 ? [] : [`${count} ${thing}${count === 1 ? '' : 's'}`];
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
  const unattended = levels.flatMap(({ unattendedIds }) => unattendedIds);
  const nobody = unattended.length === 0 ? '' : `; nobody of us looks after ${listNames(unattended, nameOf)}`;
  return `in the last ${days} days we were in contact with ${join(met)}${nobody}`;
}

/** Nearly all contact runs through one of our people. */
export function onePerson(
  { userId, interactions, ofAll, days, otherTeamIds }: ReasonFigures[RiskReasonCode.ONE_PERSON_RELATIONSHIP],
  nameOf: NameOf,
): string {
  const who = nameOf(userId) ?? 'one of our people';
  const others = otherTeamIds.length === 0 ? '' : `; ${listNames(otherTeamIds, nameOf)} could take part`;
  return (
    `${who} had ${interactions} of the ${ofAll} contacts of the last ${days} days: ` +
    `the loyalty may be to one person, not to us${others}`
  );
}
