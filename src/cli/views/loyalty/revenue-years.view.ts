import type { Terminal } from '../../terminal.js';
import { tableLines } from '../text-table.js';
import { NOT_KNOWN } from '../words.js';
import { percent, whole } from './shares.js';

const MOVE = '{ accounts amount unvalued }';

/** The fields of `RevenueYear` that are printed. */
export const YEARS_FIELDS = `year retention { of hits } lost ${MOVE} wonBack ${MOVE} expanded ${MOVE} contracted ${MOVE}
  retained { decisions unvalued cameUp gross net }`;

interface MoveAnswer {
  readonly accounts: number;
  readonly amount: string;
  readonly unvalued: number;
}

/** A year of `loyaltyEconomics`. */
export interface YearAnswer {
  readonly year: number;
  readonly retention: { readonly of: number; readonly hits: number };
  readonly lost: MoveAnswer;
  readonly wonBack: MoveAnswer;
  readonly expanded: MoveAnswer;
  readonly contracted: MoveAnswer;
  readonly retained: {
    readonly decisions: number;
    readonly unvalued: number;
    readonly gross: number | null;
    readonly net: number | null;
  };
}

const right = (title: string): { title: string; align: 'right' } => ({ title, align: 'right' });

const COLUMNS = [
  { title: 'Year' },
  right('Stayed'),
  right('Lost'),
  right('Won back'),
  right('Expanded'),
  right('Contracted'),
  right('Gross'),
  right('Net'),
  right('of decisions'),
];

/** What each year brought and took. A plus marks sums to which events without an amount would add. */
export function yearLines(years: readonly YearAnswer[], terminal: Terminal): string[] {
  if (years.length === 0) return [];
  const rows = years.map(({ year, retention, lost, wonBack, expanded, contracted, retained }) => [
    String(year),
    `${retention.hits} of ${retention.of}`,
    ...[lost, wonBack, expanded, contracted].map(moved),
    share(retained.gross),
    share(retained.net),
    `${retained.decisions} of ${retained.decisions + retained.unvalued}`,
  ]);
  const isOpen = years.some((year) =>
    [year.lost, year.wonBack, year.expanded, year.contracted].some(({ unvalued }) => unvalued > 0),
  );
  const note = 'Accounts and amounts; + where events without an amount in this currency would add to it.';
  return [...tableLines(COLUMNS, rows, terminal), ...(isOpen ? [note] : [])];
}

function moved({ accounts, amount, unvalued }: MoveAnswer): string {
  return accounts === 0 ? '·' : `${accounts}: ${whole(amount)}${unvalued > 0 ? '+' : ''}`;
}

function share(value: number | null): string {
  return value === null ? NOT_KNOWN : percent(value);
}
