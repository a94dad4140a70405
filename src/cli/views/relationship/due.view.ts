import type { Terminal } from '../../terminal.js';
import { tableLines, type TableCell } from '../text-table.js';
import { NOT_KNOWN } from '../words.js';

/** Reviews and check-ins that are due, as the command prints them. */
export const DUE_QUERY = `query Due($first: Int!, $ownerEmail: String, $before: Date) {
  plansDue(first: $first, ownerEmail: $ownerEmail, before: $before) {
    totalCount nodes { nextReviewOn overdueDays account { name owner { name } } }
  }
  checkInsDue(first: $first, ownerEmail: $ownerEmail, before: $before) {
    totalCount nodes { statement nextCheckInOn overdueDays account { name owner { name } } }
  }
}`;

interface DueAccount {
  readonly name: string;
  readonly owner: { readonly name: string } | null;
}

/** What that query answers. */
export interface DueAnswer {
  readonly plansDue: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly nextReviewOn: string;
      readonly overdueDays: number;
      readonly account: DueAccount;
    }[];
  };
  readonly checkInsDue: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly statement: string;
      readonly nextCheckInOn: string;
      readonly overdueDays: number;
      readonly account: DueAccount;
    }[];
  };
}

interface Task {
  readonly dueOn: string;
  readonly overdueDays: number;
  readonly account: DueAccount;
  readonly what: string;
}

const COLUMNS = [
  { title: 'Due' },
  { title: 'Days late', align: 'right' as const },
  { title: 'Account', narrowest: 16 },
  { title: 'What to do', narrowest: 24 },
  { title: 'Owner', narrowest: 8 },
];

/** What to do, the longest due first. */
export function dueLines({ plansDue, checkInsDue }: DueAnswer, terminal: Terminal): string[] {
  const tasks: Task[] = [
    ...plansDue.nodes.map(({ nextReviewOn: dueOn, ...task }) => ({
      ...task,
      dueOn,
      what: 'Review the relationship plan',
    })),
    ...checkInsDue.nodes.map(({ nextCheckInOn: dueOn, statement, ...task }) => ({
      ...task,
      dueOn,
      what: `Look together at: ${statement}`,
    })),
  ];
  if (tasks.length === 0) return ['No review and no check-in is due.'];
  const rows = tasks.sort(longestDueFirst).map((task) => cellsOf(task, terminal));
  const more = plansDue.totalCount + checkInsDue.totalCount - tasks.length;
  return [
    ...tableLines(COLUMNS, rows, terminal),
    ...(more > 0 ? ['', `${more} more; --first 100 shows them.`] : []),
  ];
}

function cellsOf({ dueOn, overdueDays, account, what }: Task, { paint }: Terminal): TableCell[] {
  const late = overdueDays === 0 ? '' : String(overdueDays);
  return [
    dueOn,
    { text: late, paint: paint.red },
    { text: account.name, paint: paint.bold },
    what,
    account.owner?.name ?? NOT_KNOWN,
  ];
}

function longestDueFirst(a: Task, b: Task): number {
  return a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn);
}
