import { CommitmentStatus } from '../../../domain/terms.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, type TableCell } from '../text-table.js';
import { NOT_KNOWN } from '../words.js';

/** A promise of ours. */
export interface PromiseAnswer {
  readonly promise: string;
  readonly dueOn: string;
  readonly status: CommitmentStatus;
  readonly settledAt: string | null;
  readonly madeTo: readonly { readonly fullName: string }[];
  readonly owner: { readonly name: string } | null;
}

/** How the promises of an account were kept, in counts. */
export interface PromiseKeepingAnswer {
  readonly open: number;
  readonly kept: number;
  readonly keptLate: number;
  readonly broken: number;
  readonly renegotiated: number;
}

const COLUMNS = [
  { title: 'Promise', narrowest: 16 },
  { title: 'Due' },
  { title: 'To', narrowest: 8 },
  { title: 'Ours', narrowest: 8 },
];

/** What we owe, the overdue first, and how earlier promises were kept: in counts, because a handful makes no rate. */
export function promiseLines(
  promises: readonly PromiseAnswer[],
  keeping: PromiseKeepingAnswer,
  terminal: Terminal,
): string[] {
  const owed = promises
    .filter(({ status, settledAt }) => status === CommitmentStatus.OPEN || settledAt === null)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const { open, kept, keptLate, broken, renegotiated } = keeping;
  if (open + kept + keptLate + broken + renegotiated === 0) return ['We have promised nothing there.'];
  const counts = `Promises: ${open} open, ${kept} kept, ${keptLate} kept late, ${broken} broken or overdue, ${renegotiated} renegotiated.`;
  if (owed.length === 0) return [counts];
  return [
    counts,
    ...tableLines(
      COLUMNS,
      owed.map((promise) => cellsOf(promise, terminal)),
      terminal,
    ),
  ];
}

function cellsOf({ promise, dueOn, status, madeTo, owner }: PromiseAnswer, { paint }: Terminal): TableCell[] {
  return [
    promise,
    status === CommitmentStatus.OPEN ? dueOn : { text: `${dueOn} overdue`, paint: paint.red },
    madeTo.map(({ fullName }) => fullName).join(', '),
    owner?.name ?? NOT_KNOWN,
  ];
}
