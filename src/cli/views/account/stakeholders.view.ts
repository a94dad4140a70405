import { Basis, OrganisationLevel, Provenance } from '../../../domain/terms.js';
import type { Terminal } from '../../terminal.js';
import type { StakeholderAnswer } from './account-map.query.js';
import { tableLines, type TableCell } from '../text-table.js';
import { codeInWords, dayInTable, NOT_KNOWN } from '../words.js';

const COLUMNS = [
  { title: 'Stakeholder', narrowest: 16 },
  { title: 'Title', narrowest: 8 },
  { title: 'Roles', narrowest: 8 },
  { title: 'Reports to', narrowest: 8 },
  { title: 'Heard' },
  { title: 'Says', align: 'right' as const },
];

const GROUPS = [OrganisationLevel.MANAGEMENT, OrganisationLevel.OPERATIONS, OrganisationLevel.UNKNOWN];

/** Everybody known at the account, level by level, and at the end who has left. */
export function stakeholderLines(stakeholders: readonly StakeholderAnswer[], terminal: Terminal): string[] {
  if (stakeholders.length === 0) return ['Nobody is known at this account.'];
  const active = stakeholders.filter(({ endedOn }) => endedOn === null);
  const groups = [
    ...GROUPS.map((level) => ({
      name: codeInWords(level),
      people: active.filter((person) => person.level === level),
    })),
    { name: 'left', people: stakeholders.filter(({ endedOn }) => endedOn !== null) },
  ].filter(({ people }) => people.length > 0);
  const everybody = groups.flatMap(({ people }) => people);
  const [titles = '', ...rows] = tableLines(COLUMNS, everybody.map(cellsOf), terminal);
  const lines = groups.flatMap(({ name, people }) => [
    terminal.paint.bold(name),
    ...people.map((person) => rows[everybody.indexOf(person)] ?? ''),
  ]);
  const inferred = everybody.some(({ levelBasis }) => levelBasis === Basis.INFERRED);
  return [
    titles,
    ...lines,
    ...(inferred ? [terminal.paint.dim('* level inferred from the title or the reporting line')] : []),
  ];
}

function cellsOf(person: StakeholderAnswer): TableCell[] {
  const { fullName, title, roles, endedOn, levelBasis, answers } = person;
  const [latest] = answers.nodes;
  return [
    `${fullName}${levelBasis === Basis.INFERRED ? '*' : ''}`,
    endedOn === null ? (title ?? NOT_KNOWN) : `until ${endedOn}, ${codeInWords(person.level)}`,
    roles.map(codeInWords).join(', ') || NOT_KNOWN,
    endedOn === null ? (person.reportsTo?.fullName ?? NOT_KNOWN) : successorInWords(person),
    latest ? dayInTable(latest.answeredAt) : 'never',
    latest ? scoreInWords(latest) : '',
  ];
}

function successorInWords({ successor }: StakeholderAnswer): string {
  return successor ? `followed by ${successor.fullName}` : 'no successor';
}

/** An answer without a score is an intention; one of our own is marked as ours. */
function scoreInWords({ score, provenance }: StakeholderAnswer['answers']['nodes'][number]): string {
  const says = score === null ? 'intention' : String(Math.round(score));
  return provenance === Provenance.OUR_ESTIMATE ? `${says} (ours)` : says;
}
