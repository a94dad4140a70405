import type { AdvocateStatus } from '../../../domain/advocacy/terms.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap, type TableCell } from '../text-table.js';
import { codeInWords, dayInTable } from '../words.js';

/** Who speaks for us or could, as the command prints it. */
export const ADVOCATES_QUERY = `query Advocates($first: Int!, $account: RefInput, $status: [AdvocateStatus!]) {
  advocates(first: $first, account: $account, status: $status) {
    totalCount
    nodes {
      id status askableFrom guardedBy guards { code reason until } kits { title version }
      stakeholder { fullName level account { name } }
    }
  }
}`;

/** What that query answers. */
export interface AdvocatesAnswer {
  readonly advocates: { readonly totalCount: number; readonly nodes: readonly AdvocateListed[] };
}

interface AdvocateListed {
  readonly status: AdvocateStatus;
  readonly askableFrom: string | null;
  readonly guards: readonly { readonly reason: string }[];
  readonly kits: readonly { readonly title: string; readonly version: string }[];
  readonly stakeholder: {
    readonly fullName: string;
    readonly level: string;
    readonly account: { readonly name: string };
  };
}

const COLUMNS = [
  { title: 'Advocate', narrowest: 10 },
  { title: 'Account', narrowest: 10 },
  { title: 'Level' },
  { title: 'Status' },
  { title: 'Kit', narrowest: 10 },
  { title: 'May be asked' },
];

/** A row per advocate, and beneath it why they may not be asked now. */
export function advocateLines({ advocates }: AdvocatesAnswer, terminal: Terminal): string[] {
  const { nodes, totalCount } = advocates;
  if (nodes.length === 0) return ['Nobody speaks for us here, and nobody says they would recommend us.'];
  const [titles = '', ...rows] = tableLines(
    COLUMNS,
    nodes.map((advocate) => cellsOf(advocate, terminal)),
    terminal,
  );
  const lines = nodes.flatMap((advocate, index) => [rows[index] ?? '', ...guardLines(advocate, terminal)]);
  const more =
    totalCount > nodes.length ? ['', `${totalCount - nodes.length} more; --first 100 shows them.`] : [];
  return [titles, ...lines, ...more];
}

function cellsOf(
  { status, guards, askableFrom, kits, stakeholder }: AdvocateListed,
  { paint }: Terminal,
): TableCell[] {
  const [kit] = kits;
  return [
    { text: stakeholder.fullName, paint: paint.bold },
    stakeholder.account.name,
    codeInWords(stakeholder.level),
    codeInWords(status),
    kit ? `${kit.title} ${kit.version}` : dayInTable(null),
    guards.length === 0
      ? { text: 'now', paint: paint.green }
      : { text: askableFrom === null ? 'not yet' : `from ${askableFrom}`, paint: paint.yellow },
  ];
}

function guardLines({ guards }: AdvocateListed, { width }: Terminal): string[] {
  return guards.flatMap(({ reason }) =>
    wrap(reason, width - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
  );
}
