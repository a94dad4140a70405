import type { Terminal } from '../../terminal.js';
import { tableLines, wrap, type TableColumn } from '../text-table.js';
import { codeInWords, moneyInWords, NOT_KNOWN } from '../words.js';
import type { BacktestAnswer, FollowedAnswer, ForeseenAnswer, LossAnswer } from './backtest-answer.js';
import { intervalInWords, percent } from './shares.js';

const REASONS: TableColumn[] = [
  { title: 'Reason', narrowest: 12 },
  { title: 'Losses announced', align: 'right' },
  { title: 'Accounts lost within a year', align: 'right' },
  { title: 'Lift', align: 'right' },
];

const LOSSES: TableColumn[] = [
  { title: 'Lost on' },
  { title: 'Account', narrowest: 12 },
  { title: 'Value', align: 'right' },
  { title: 'At risk', align: 'right' },
  { title: 'Flags (days ahead)', narrowest: 16 },
];

/** Losses announced, warnings come true, reason by reason, and the losses themselves. */
export function backtestLines({ flagBacktest: shown }: BacktestAnswer, terminal: Terminal): string[] {
  const { paint, width } = terminal;
  const { losses, notReplayed } = shown;
  const more = losses.totalCount - losses.nodes.length;
  return [
    paint.bold(`Losses from ${shown.from} to ${shown.to}, ${shown.accounts} customers judged`),
    ...foreseenLines('Flagged before', shown.flagged, shown.currency),
    ...foreseenLines('At risk before', shown.atRisk, shown.currency),
    '',
    paint.bold('Accounts lost within a year'),
    `After a flag was opened: ${followedInWords(shown.flagsFollowed)}`,
    `After coming to stand at risk: ${followedInWords(shown.atRiskFollowed)}`,
    `Of all accounts, whatever was said: ${followedInWords({ accounts: shown.base, lift: null })}`,
    '',
    ...(shown.reasons.length > 0 ? [...reasonLines(shown.reasons, terminal), ''] : []),
    ...(losses.totalCount > 0 ? tableLines(LOSSES, losses.nodes.map(lossCells), terminal) : []),
    ...(more > 0 ? [`${more} more: ask GraphQL for them.`] : []),
    ...(losses.totalCount > 0 ? [''] : []),
    ...wrap(shown.reading, width),
    ...(notReplayed.length > 0 ? ['', paint.bold('Taken as it stands today, for want of dates')] : []),
    ...notReplayed.flatMap((text) => wrap(text, width)),
  ];
}

function foreseenLines(
  title: string,
  { losses, daysAhead, value }: ForeseenAnswer,
  currency: string,
): string[] {
  const days = daysAhead
    ? `; median ${Math.round(daysAhead.median)} days ahead (quartiles ${Math.round(daysAhead.lowerQuartile)} and ${Math.round(daysAhead.upperQuartile)})`
    : '';
  const worth =
    value.share === null
      ? []
      : [
          `  By value: ${moneyInWords({ amount: value.hits, currency })} of ${moneyInWords({ amount: value.of, currency })}, ${percent(value.share)}`,
        ];
  return [`${title}: ${intervalInWords(losses)}${days}`, ...worth];
}

function followedInWords({ accounts: { lost, notYetKnown }, lift }: FollowedAnswer): string {
  const pending = notYetKnown > 0 ? `; ${notYetKnown} not yet known` : '';
  return `${intervalInWords(lost)}${pending}${lift === null ? '' : `; ${lift} times as often as any`}`;
}

function reasonLines(reasons: BacktestAnswer['flagBacktest']['reasons'], terminal: Terminal): string[] {
  const rows = reasons.map(({ code, foreseen, followed }) => [
    codeInWords(code),
    intervalInWords(foreseen),
    intervalInWords(followed.accounts.lost),
    followed.lift === null ? NOT_KNOWN : String(followed.lift),
  ]);
  return tableLines(REASONS, rows, terminal);
}

function lossCells({ account, lostOn, value, warnings, atRiskDaysAhead }: LossAnswer): string[] {
  return [
    lostOn,
    account.name,
    moneyInWords(value),
    atRiskDaysAhead === null ? NOT_KNOWN : String(atRiskDaysAhead),
    warnings.map(({ code, daysAhead }) => `${codeInWords(code)} ${daysAhead}`).join(', ') || NOT_KNOWN,
  ];
}
