import { Standing } from '../../domain/judgement-terms.js';
import type { Terminal } from '../terminal.js';
import { tableLines, type TableCell } from './text-table.js';
import { codeInWords, moneyInWords, shareInWords, standingPaint, type MoneyAnswer } from './words.js';

/** The fields of `BaseAtRisk` that are printed. */
export const BASE_FIELDS =
  'group standings { standing accounts value { amount currency } unvalued } atLeast atMost valueAtLeast valueAtMost';

/** A row of `baseAtRisk`. */
export interface BaseRow {
  readonly group: string | null;
  readonly standings: readonly {
    readonly standing: Standing;
    readonly accounts: number;
    readonly value: MoneyAnswer | null;
    readonly unvalued: number;
  }[];
  readonly atLeast: number;
  readonly atMost: number;
  readonly valueAtLeast: number;
  readonly valueAtMost: number;
}

/** Counts and values per standing, and between which bounds the truth lies. */
export function baseLines(rows: readonly BaseRow[], isGrouped: boolean, terminal: Terminal): string[] {
  return isGrouped ? groupedLines(rows, terminal) : rows.flatMap((row) => wholeLines(row, terminal));
}

/** `10 of 48 accounts (21 %) are at risk. 7 more are unknown, so it is at most 17 (35 %).` */
export function boundsInWords(row: BaseRow): string {
  const whole = accountsIn(row);
  if (whole === 0) return 'There are no accounts yet.';
  const risky = countOf(row, Standing.AT_RISK);
  const unknown = countOf(row, Standing.UNKNOWN);
  const least = `${shareInWords(risky, whole, 'account')} ${risky === 1 ? 'is' : 'are'} at risk`;
  if (unknown === 0) return `${least}; none is unknown.`;
  return `At least ${least}; at most ${risky + unknown}, because ${unknown} ${unknown === 1 ? 'is' : 'are'} unknown.`;
}

function wholeLines(row: BaseRow, terminal: Terminal): string[] {
  const { paint } = terminal;
  const cells = row.standings.map(({ standing, accounts, value, unvalued }): TableCell[] => [
    { text: codeInWords(standing), paint: standingPaint(standing, paint) },
    String(accounts),
    moneyInWords(value),
    unvalued === 0 ? '' : `${unvalued} without a value in this currency`,
  ]);
  const columns = [
    { title: 'Standing' },
    { title: 'Accounts', align: 'right' as const },
    { title: 'Annual value', align: 'right' as const },
    { title: '', narrowest: 8 },
  ];
  return [...tableLines(columns, cells, terminal), '', boundsInWords(row), ...valueBounds(row)];
}

function valueBounds({ standings, valueAtLeast, valueAtMost }: BaseRow): string[] {
  if (standings.every(({ value }) => value === null)) return [];
  const [least, most] = [Math.round(valueAtLeast * 100), Math.round(valueAtMost * 100)];
  return [least === most ? `By value: ${least} %.` : `By value: at least ${least} %, at most ${most} %.`];
}

function groupedLines(rows: readonly BaseRow[], terminal: Terminal): string[] {
  const columns = [
    { title: 'Group', narrowest: 8 },
    ...Object.values(Standing).map((standing) => ({ title: codeInWords(standing), align: 'right' as const })),
    { title: 'Value at risk', align: 'right' as const },
  ];
  const cells = rows.map((row): TableCell[] => [
    row.group ?? '(none)',
    ...Object.values(Standing).map((standing) => countCell(row, standing, terminal)),
    valueShare(row),
  ]);
  return [
    ...tableLines(columns, cells, terminal),
    '',
    'Of small groups, read the counts: a share would say more than they can.',
  ];
}

function countCell(row: BaseRow, standing: Standing, { paint }: Terminal): TableCell {
  const count = countOf(row, standing);
  return count === 0 ? '·' : { text: String(count), paint: standingPaint(standing, paint) };
}

function valueShare({ valueAtLeast, valueAtMost }: BaseRow): string {
  const [least, most] = [Math.round(valueAtLeast * 100), Math.round(valueAtMost * 100)];
  return least === most ? `${least} %` : `${least} to ${most} %`;
}

function countOf({ standings }: BaseRow, standing: Standing): number {
  return standings.find((share) => share.standing === standing)?.accounts ?? 0;
}

function accountsIn({ standings }: BaseRow): number {
  return standings.reduce((sum, { accounts }) => sum + accounts, 0);
}
