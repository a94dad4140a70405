import type { OrganisationLevel, OurFunction } from '../../../domain/terms.js';
import { join } from '../../../domain/wording/phrases.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap, type TableCell } from '../text-table.js';
import { codeInWords } from '../words.js';

interface Person {
  readonly fullName: string;
}

/** One of our people on the account. */
export interface TeamMemberAnswer {
  readonly user: { readonly name: string };
  readonly ourFunction: OurFunction;
  readonly leader: boolean;
  readonly counterparts: readonly Person[];
}

/** Where our team leaves the account alone. */
export interface TeamGapsAnswer {
  readonly hasLeader: boolean;
  readonly uncoveredFunctions: readonly OurFunction[];
  readonly withoutCounterpart: readonly { readonly level: OrganisationLevel; readonly stakeholder: Person }[];
  readonly vacancies: readonly {
    readonly stakeholder: Person;
    readonly endedOn: string;
    readonly openProblems: readonly { readonly title: string }[];
    readonly commitments: readonly { readonly promise: string }[];
  }[];
  readonly teamVacancies: readonly {
    readonly user: { readonly name: string };
    readonly until: string;
    readonly stakeholders: readonly Person[];
    readonly commitments: readonly { readonly promise: string }[];
  }[];
}

const COLUMNS = [
  { title: 'Our team', narrowest: 12 },
  { title: 'For' },
  { title: 'Looks after', narrowest: 16 },
];

/** Who of ours is there for whom, the leader first, and where nobody is. */
export function teamLines(
  team: readonly TeamMemberAnswer[],
  gaps: TeamGapsAnswer | null,
  terminal: Terminal,
): string[] {
  const cells = team.map(({ user, ourFunction, leader, counterparts }): TableCell[] => [
    leader ? { text: `${user.name} (leads)`, paint: terminal.paint.bold } : user.name,
    codeInWords(ourFunction),
    counterparts.map(({ fullName }) => fullName).join(', '),
  ]);
  const members =
    team.length === 0
      ? ['Nobody of ours is on the team of this account.']
      : tableLines(COLUMNS, cells, terminal);
  const missing = gaps === null ? [] : [...(team.length === 0 ? [] : absences(gaps)), ...departures(gaps)];
  return [
    ...members,
    ...missing.flatMap((text) =>
      wrap(text, terminal.width - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
    ),
  ];
}

function absences({ hasLeader, uncoveredFunctions, withoutCounterpart }: TeamGapsAnswer): string[] {
  const alone = withoutCounterpart.map(
    ({ stakeholder, level }) => `${stakeholder.fullName} (${codeInWords(level)})`,
  );
  return [
    ...(hasLeader ? [] : ['Nobody leads the team.']),
    ...(uncoveredFunctions.length === 0
      ? []
      : [`Nobody is there for ${join(uncoveredFunctions.map(codeInWords))}.`]),
    ...(alone.length === 0 ? [] : [`Nobody looks after ${join(alone)}.`]),
  ];
}

function departures({ vacancies, teamVacancies }: TeamGapsAnswer): string[] {
  const left = (what: readonly string[]): string => (what.length === 0 ? '' : `, leaving ${join(what)}`);
  const quoted = (text: string): string => `"${text}"`;
  return [
    ...vacancies.map(({ stakeholder, endedOn, openProblems, commitments }) => {
      const behind = [
        ...openProblems.map(({ title }) => title),
        ...commitments.map(({ promise }) => promise),
      ];
      return `${stakeholder.fullName} left on ${endedOn} and nobody followed${left(behind.map(quoted))}.`;
    }),
    ...teamVacancies.map(({ user, until, stakeholders, commitments }) => {
      const behind = [
        ...stakeholders.map(({ fullName }) => fullName),
        ...commitments.map(({ promise }) => quoted(promise)),
      ];
      return `Our ${user.name} left on ${until} and nobody took over${left(behind)}.`;
    }),
  ];
}
