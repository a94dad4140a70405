import { OrganisationLevel, StakeholderRole } from '../../../terms.js';
import { escaped } from '../../../wording/markup.js';
import { dayInWords } from '../../../wording/phrases.js';
import { clipped, type PageColumn, tableOf } from './page-parts.js';
import type { OurPerson, TheirPerson } from './page-facts.js';

const ROLES = [
  StakeholderRole.DECISION_MAKER,
  StakeholderRole.APPROVER,
  StakeholderRole.CHAMPION,
  StakeholderRole.INFLUENCER,
  StakeholderRole.GATEKEEPER,
  StakeholderRole.USER,
] as const;
const LEVELS = [
  OrganisationLevel.MANAGEMENT,
  OrganisationLevel.OPERATIONS,
  OrganisationLevel.UNKNOWN,
] as const;

const THEIR_COLUMNS: readonly PageColumn[] = [
  { title: 'Who', width: 46 },
  { title: 'Level', width: 15 },
  { title: 'Role', width: 23 },
  { title: 'Last contact', width: 16 },
];
const OUR_COLUMNS: readonly PageColumn[] = [
  { title: 'Who', width: 46 },
  { title: 'Function', width: 38 },
  { title: 'Last contact', width: 16 },
];

/** Who decides first, then by level and name, so that whoever is cut off matters least. */
export function foremost(people: readonly TheirPerson[]): TheirPerson[] {
  return [...people].sort(
    (a, b) =>
      roleRank(a) - roleRank(b) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      a.name.localeCompare(b.name, 'en'),
  );
}

/** The account's people with level, roles and our last contact. */
export function theirPeopleTable(people: readonly TheirPerson[], most: number): string {
  const rows = foremost(people).map(({ name, title, level, roles, lastContactAt }) => [
    `${escaped(clipped(name, 45))}${title === null ? '' : ` <small>${escaped(clipped(title, 50))}</small>`}`,
    level === OrganisationLevel.UNKNOWN ? 'level not known' : inWords(level),
    roles.map(inWords).join(', '),
    contactText(lastContactAt),
  ]);
  return tableOf(THEIR_COLUMNS, rows, most, 'Nobody is known there.');
}

/** Our people with what they stand for, in the order given: the leader first. */
export function ourPeopleTable(people: readonly OurPerson[], most: number): string {
  const rows = people.map(({ name, ourFunction, isLeader, lastContactAt }) => [
    escaped(clipped(name, 45)),
    `${inWords(ourFunction)}${isLeader ? ', leads' : ''}`,
    contactText(lastContactAt),
  ]);
  return tableOf(OUR_COLUMNS, rows, most, 'Nobody of us is named for it.');
}

function roleRank({ roles }: TheirPerson): number {
  const ranks = roles.map((role) => ROLES.indexOf(role));
  return ranks.length === 0 ? ROLES.length : Math.min(...ranks);
}

function contactText(at: string | null): string {
  return at === null ? 'none on record' : dayInWords(at);
}

function inWords(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
