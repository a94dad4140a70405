import type { FlagStep } from '../../domain/flags/flag.js';
import { FlagStatus, type RiskReasonCode } from '../../domain/judgement-terms.js';
import type { Paint, Terminal } from '../terminal.js';
import { tableLines, wrap, type TableCell } from './text-table.js';
import { codeInWords, dayInTable } from './words.js';

/** The fields of a flag that are printed, but for its account. */
export const FLAG_FIELDS =
  'id code status openedAt closedAt snoozedUntil history { step status at reason snoozedUntil by { name email } }';

/** The account of a flag, with the reason as it stands in the judgement today. */
export const FLAGGED_ACCOUNT = 'account { id name assessment { reasons { code summary } } }';

/** A flag as the account's map shows it. */
export interface FlagAnswer {
  readonly id: string;
  readonly code: RiskReasonCode;
  readonly status: FlagStatus;
  readonly openedAt: string;
  readonly snoozedUntil: string | null;
  readonly history: readonly FlagStepAnswer[];
}

/** A flag with its account. */
export interface AccountFlagAnswer extends FlagAnswer {
  readonly account: {
    readonly name: string;
    readonly assessment: {
      readonly reasons: readonly { readonly code: RiskReasonCode; readonly summary: string }[];
    } | null;
  };
}

interface FlagStepAnswer {
  readonly step: FlagStep;
  readonly at: string;
  readonly reason: string | null;
  readonly by: { readonly name: string } | null;
}

const COLUMNS = [
  { title: 'Account', narrowest: 16 },
  { title: 'Reason', narrowest: 16 },
  { title: 'Status' },
  { title: 'Opened' },
  { title: 'Rests until' },
];

/** A row per flag; beneath it what it is about, what happened to it last, and the id to name it by. */
export function flagLines(flags: readonly AccountFlagAnswer[], terminal: Terminal): string[] {
  const [titles = '', ...rows] = tableLines(
    COLUMNS,
    flags.map((flag) => cellsOf(flag, terminal)),
    terminal,
  );
  return [titles, ...flags.flatMap((flag, index) => [rows[index] ?? '', ...detailLines(flag, terminal)])];
}

/** Where a flag stands, painted by how much it asks for. */
export function statusCell({ status }: FlagAnswer, paint: Paint): TableCell {
  return { text: codeInWords(status), paint: status === FlagStatus.OPEN ? paint.yellow : paint.dim };
}

/** What happened to the flag last: `acknowledged on 2026-11-05 by Ines Albrecht`. */
export function latestStepInWords({ history }: FlagAnswer): string {
  const latest = history.at(-1);
  if (!latest) return '';
  const by = latest.by === null ? '' : ` by ${latest.by.name}`;
  const why = latest.reason === null ? '' : `: "${latest.reason}"`;
  return `${codeInWords(latest.step)} on ${dayInTable(latest.at)}${by}${why}`;
}

function cellsOf(flag: AccountFlagAnswer, { paint }: Terminal): TableCell[] {
  return [
    { text: flag.account.name, paint: paint.bold },
    codeInWords(flag.code),
    statusCell(flag, paint),
    dayInTable(flag.openedAt),
    flag.snoozedUntil ?? '',
  ];
}

function detailLines(flag: AccountFlagAnswer, { width, paint }: Terminal): string[] {
  const reason = flag.account.assessment?.reasons.find(({ code }) => code === flag.code);
  const summary = reason?.summary ?? 'The reason no longer holds.';
  return [
    ...wrap(summary, width - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
    ...wrap(`Last ${latestStepInWords(flag)}. Id ${flag.id}`, width - 4).map((line) =>
      paint.dim(`    ${line}`),
    ),
  ];
}
