import { OrganisationLevel, ProblemKnowledge, ProblemStatus, type Severity } from '../../../domain/terms.js';
import type { Terminal } from '../../terminal.js';
import { gapAction, type GapAnswer } from '../gaps.view.js';
import { tableLines, wrap, type TableCell } from '../text-table.js';
import { codeInWords, dayInTable, NOT_KNOWN } from '../words.js';

/** An open problem with what everybody at the account knows of it. */
export interface OpenProblemAnswer {
  readonly title: string;
  readonly severity: Severity;
  readonly occurredAt: string;
  readonly history: readonly { readonly status: ProblemStatus; readonly at: string }[];
  readonly knowledge: readonly {
    readonly stakeholder: { readonly fullName: string; readonly level: OrganisationLevel };
    readonly knowledge: ProblemKnowledge;
  }[];
}

const COLUMNS = [
  { title: 'Open problem', narrowest: 16 },
  { title: 'Severity' },
  { title: 'Since' },
  { title: 'Operations', align: 'right' as const },
  { title: 'Management', align: 'right' as const },
];

const LEVELS = [OrganisationLevel.OPERATIONS, OrganisationLevel.MANAGEMENT];

/** What stands open, how many of each level know of it and who does not; and who was never told of a solution. */
export function problemLines(
  problems: readonly OpenProblemAnswer[],
  gaps: readonly GapAnswer[],
  terminal: Terminal,
): string[] {
  const [titles = '', ...rows] = tableLines(
    COLUMNS,
    problems.map((problem) => cellsOf(problem, terminal)),
    terminal,
  );
  const open = problems.flatMap((problem, index) => [rows[index] ?? '', ...unawareLines(problem, terminal)]);
  return [
    ...(problems.length === 0 ? ['No problem stands open.'] : [titles, ...open]),
    ...gaps.flatMap((gap) =>
      wrap(`Untold since ${dayInTable(gap.since)}: ${gapAction(gap)}`, terminal.width).map(
        terminal.paint.yellow,
      ),
    ),
  ];
}

function cellsOf(problem: OpenProblemAnswer, { paint }: Terminal): TableCell[] {
  const since =
    problem.history.findLast(({ status }) => status === ProblemStatus.OPEN)?.at ?? problem.occurredAt;
  return [
    { text: problem.title, paint: paint.bold },
    codeInWords(problem.severity),
    dayInTable(since),
    ...LEVELS.map((level) => awareAt(level, problem)),
  ];
}

function awareAt(level: OrganisationLevel, { knowledge }: OpenProblemAnswer): string {
  const people = knowledge.filter(({ stakeholder }) => stakeholder.level === level);
  const aware = people.filter((person) => person.knowledge !== ProblemKnowledge.UNAWARE);
  return people.length === 0 ? NOT_KNOWN : `${aware.length} of ${people.length} know`;
}

function unawareLines({ knowledge }: OpenProblemAnswer, { width }: Terminal): string[] {
  const names = knowledge
    .filter((person) => person.knowledge === ProblemKnowledge.UNAWARE)
    .map(({ stakeholder }) => stakeholder.fullName);
  if (names.length === 0) return [];
  return wrap(`not told: ${names.join(', ')}`, width - 2).map((line) => `  ${line}`);
}
