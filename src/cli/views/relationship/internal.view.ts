import { criterionInWords } from '../../../domain/loyalty/scorecard/scorecard-sentence.js';
import type { OurFunction } from '../../../domain/terms.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap, type TableCell } from '../text-table.js';
import { codeInWords, NOT_KNOWN } from '../words.js';

/** How our departments rate who serves them, as the command prints it. */
export const INTERNAL_QUERY = `query Internal($first: Int!) {
  internalReport {
    count heardCount
    together { heard known criteria { criterion people mean low high change changeLow changeHigh } reading }
    criteria { criterion lowest { account { name } mean people } }
    departments(first: $first) { totalCount nodes { name servedBy scorecard { heard known weakest criteria { criterion mean } } } }
  }
}`;

/** What that query answers. */
export interface InternalAnswer {
  readonly internalReport: {
    readonly count: number;
    readonly heardCount: number;
    readonly together: {
      readonly heard: number;
      readonly known: number;
      readonly criteria: readonly CriterionAnswer[];
      readonly reading: string;
    };
    readonly criteria: readonly {
      readonly criterion: string;
      readonly lowest: readonly LowestAnswer[];
    }[];
    readonly departments: { readonly totalCount: number; readonly nodes: readonly DepartmentAnswer[] };
  };
}

interface CriterionAnswer {
  readonly criterion: string;
  readonly people: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly change: number | null;
  readonly changeLow: number | null;
  readonly changeHigh: number | null;
}

interface LowestAnswer {
  readonly account: { readonly name: string };
  readonly mean: number;
  readonly people: number;
}

interface DepartmentAnswer {
  readonly name: string;
  readonly servedBy: readonly OurFunction[];
  readonly scorecard: {
    readonly heard: number;
    readonly known: number;
    readonly weakest: readonly string[];
    readonly criteria: readonly { readonly criterion: string; readonly mean: number | null }[];
  };
}

const CRITERIA = [
  { title: 'Of 5', align: 'right' as const },
  { title: 'People', align: 'right' as const },
  { title: 'Likely', align: 'right' as const },
  { title: 'Change', align: 'right' as const },
  { title: 'Likely', align: 'right' as const },
  { title: 'Point of connection', narrowest: 20 },
  { title: 'Lowest at', narrowest: 12 },
];

const DEPARTMENTS = [
  { title: 'Department', narrowest: 14 },
  { title: 'Served by', narrowest: 10 },
  { title: 'Heard', align: 'right' as const },
  { title: 'Weakest point', narrowest: 20 },
  { title: 'Of 5', align: 'right' as const },
];

/** The points of connection over all departments, then a row per department. */
export function internalLines({ internalReport: report }: InternalAnswer, terminal: Terminal): string[] {
  const { count, heardCount, together, departments } = report;
  if (count === 0) {
    return wrap('No account is a department: give departments the kind INTERNAL.', terminal.width);
  }
  const lowest = new Map(report.criteria.map(({ criterion, lowest: [first] }) => [criterion, first]));
  const rows = together.criteria.map((figures) => criterionCells(figures, lowest.get(figures.criterion)));
  const more = departments.totalCount - departments.nodes.length;
  return [
    terminal.paint.bold(
      `${count} ${count === 1 ? 'department' : 'departments'}, ${heardCount} heard in the last half-year`,
    ),
    ...wrap(together.reading, terminal.width),
    '',
    ...tableLines(CRITERIA, rows, terminal),
    '',
    ...tableLines(
      DEPARTMENTS,
      departments.nodes.map((department) => departmentCells(department, terminal)),
      terminal,
    ),
    ...(more > 0 ? [`and ${more} more; --first 100 shows them.`] : []),
  ];
}

function criterionCells(figures: CriterionAnswer, lowest: LowestAnswer | undefined): TableCell[] {
  const { criterion, people, mean, low, high, change, changeLow, changeHigh } = figures;
  const where = lowest ? `${lowest.account.name} (${rating(lowest.mean)}, n ${lowest.people})` : NOT_KNOWN;
  return [
    rating(mean),
    String(people),
    low === null || high === null ? NOT_KNOWN : `${rating(low)} to ${rating(high)}`,
    signed(change),
    changeLow === null || changeHigh === null ? NOT_KNOWN : `${signed(changeLow)} to ${signed(changeHigh)}`,
    criterionInWords(criterion),
    where,
  ];
}

function departmentCells(department: DepartmentAnswer, { paint }: Terminal): TableCell[] {
  const { name, servedBy, scorecard } = department;
  const [weakest] = scorecard.weakest;
  const mean = scorecard.criteria.find(({ criterion }) => criterion === weakest)?.mean ?? null;
  const heard = `${scorecard.heard} of ${scorecard.known}`;
  return [
    name,
    servedBy.length === 0 ? NOT_KNOWN : servedBy.map(codeInWords).join(', '),
    scorecard.heard === 0 ? { text: heard, paint: paint.magenta } : heard,
    weakest === undefined ? NOT_KNOWN : criterionInWords(weakest),
    rating(mean),
  ];
}

function rating(value: number | null): string {
  return value === null ? NOT_KNOWN : value.toFixed(1);
}

function signed(value: number | null): string {
  if (value === null) return NOT_KNOWN;
  return value > 0 ? `+${value.toFixed(1)}` : value.toFixed(1).replace('-', '\u2212');
}
