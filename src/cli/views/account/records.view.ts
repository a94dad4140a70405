import type { Terminal } from '../../terminal.js';
import { latestStepInWords, statusCell, type FlagAnswer } from '../flags.view.js';
import type { GapAnswer } from '../gaps.view.js';
import { tableLines, type TableCell } from '../text-table.js';
import { codeInWords, dayInTable, NOT_KNOWN } from '../words.js';
import type { AccountMap, InteractionAnswer } from './account-map.query.js';
import { loyaltyLines } from './loyalty.view.js';
import { problemLines } from './problems.view.js';
import { promiseLines } from './promises.view.js';
import { stakeholderLines } from './stakeholders.view.js';
import { teamLines } from './team.view.js';

/** What is recorded of the account: its people, problems, promises, our team, flags, what it did and contacts. */
export function recordLines(account: AccountMap, gaps: readonly GapAnswer[], terminal: Terminal): string[] {
  const { stakeholders, problems, promises, broken, flags, loyaltyEvents, interactions } = account;
  const sections = [
    [...stakeholderLines(stakeholders.nodes, terminal), ...moreLine(stakeholders, 'stakeholder')],
    [...problemLines(problems.nodes, gaps, terminal), ...moreLine(problems, 'open problem')],
    promiseLines([...promises.nodes, ...broken.nodes], account.promiseKeeping, terminal),
    teamLines(account.team, account.teamGaps, terminal),
    [...flagLines(flags.nodes, terminal), ...moreLine(flags, 'flag')],
    [...loyaltyLines(loyaltyEvents.nodes, terminal), ...moreLine(loyaltyEvents, 'loyalty event')],
    [...interactionLines(interactions.nodes, terminal), ...moreLine(interactions, 'interaction')],
  ];
  return sections.flatMap((lines) => ['', ...lines]);
}

function flagLines(flags: readonly FlagAnswer[], terminal: Terminal): string[] {
  if (flags.length === 0) return ['No flag is open.'];
  const columns = [
    { title: 'Flag', narrowest: 12 },
    { title: 'Status' },
    { title: 'Rests until' },
    { title: 'Latest step', narrowest: 16 },
  ];
  const cells = flags.map((flag): TableCell[] => [
    codeInWords(flag.code),
    statusCell(flag, terminal.paint),
    flag.snoozedUntil ?? '',
    latestStepInWords(flag),
  ]);
  return tableLines(columns, cells, terminal);
}

function interactionLines(interactions: readonly InteractionAnswer[], terminal: Terminal): string[] {
  if (interactions.length === 0) return ['No contact is recorded.'];
  const columns = [
    { title: 'Contact' },
    { title: 'How' },
    { title: 'With', narrowest: 8 },
    { title: 'By', narrowest: 8 },
    { title: 'Notes', narrowest: 8 },
  ];
  const cells = interactions.map(({ occurredAt, channel, stakeholders, loggedBy, notes }): TableCell[] => [
    dayInTable(occurredAt),
    codeInWords(channel),
    stakeholders.map(({ fullName }) => fullName).join(', '),
    loggedBy?.name ?? NOT_KNOWN,
    notes ?? '',
  ]);
  return tableLines(columns, cells, terminal);
}

function moreLine(
  { totalCount, nodes }: { totalCount: number; nodes: readonly unknown[] },
  noun: string,
): string[] {
  const more = totalCount - nodes.length;
  return more > 0 ? [`and ${more} more ${more === 1 ? noun : `${noun}s`}`] : [];
}
