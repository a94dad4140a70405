import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap, type TableColumn } from '../text-table.js';
import { codeInWords, dayInTable, NOT_KNOWN, riskInWords } from '../words.js';
import type { CalibrationStateAnswer, InForceAnswer, ProposalAnswer } from './calibration-answer.js';
import { intervalInWords } from './shares.js';

const PROPOSALS: TableColumn[] = [
  { title: 'Proposed' },
  { title: 'Verdict' },
  { title: 'Brier, less is better', align: 'right' },
  { title: 'Id' },
];

const FACTORS: TableColumn[] = [
  { title: 'Reason', narrowest: 12 },
  { title: 'Held', align: 'right' },
  { title: 'Left', align: 'right' },
  { title: 'Shipped', align: 'right' },
  { title: 'Proposed', align: 'right' },
  { title: 'Factor (95 %)', align: 'right' },
];

const PLOT: TableColumn[] = [
  { title: 'Risk said' },
  { title: 'Left, shipped weights', align: 'right' },
  { title: 'Left, proposed weights', align: 'right' },
];

/** What is there and what is missing, the proposals so far, what is in force. */
export function calibrationLines(
  { riskCalibration: shown }: CalibrationStateAnswer,
  terminal: Terminal,
): string[] {
  const rows = shown.proposals.nodes.map(({ id, proposedAt, verdict, gain }) => [
    dayInTable(proposedAt),
    codeInWords(verdict),
    `${gain.difference} (${gain.low} to ${gain.high})`,
    id,
  ]);
  return [
    `Outcomes: ${shown.losses} losses and ${shown.stays} stays; ${shown.unobserved} more without anything known before.`,
    ...wrap(shown.reading, terminal.width),
    ...(rows.length > 0 ? ['', ...tableLines(PROPOSALS, rows, terminal)] : []),
    '',
    shown.inForce ? inForceLine(shown.inForce) : 'In force: the weights as shipped.',
    ...(shown.waiting > 0 ? [`${shown.waiting} accounts wait to be judged by them.`] : []),
  ];
}

/** Reason by reason, then the calibration plot as a table, then what it is worth. */
export function proposalLines(shown: ProposalAnswer, terminal: Terminal): string[] {
  const factors = shown.factors.map((each) => [
    codeInWords(each.code),
    String(each.held),
    String(each.left),
    riskInWords(each.shippedWeight),
    riskInWords(each.proposedWeight),
    `${rounded(each.factor)} (${rounded(each.low)} to ${rounded(each.high)})`,
  ]);
  const plot = shown.shipped.bands.map(({ from, to, observed }, index) => [
    `${riskInWords(from)} to ${riskInWords(to)}`,
    observedInWords(observed),
    observedInWords(shown.proposed.bands[index]?.observed),
  ]);
  return [
    ...tableLines(FACTORS, factors, terminal),
    '',
    ...tableLines(PLOT, plot, terminal),
    '',
    ...wrap(shown.reading, terminal.width),
    '',
    `Put it in force with: strata calibration accept ${shown.id}`,
  ];
}

/** `In force since 2026-11-22: 1.1.0+c1 (Fits us)`. */
export function inForceLine({ methodVersion, inForceFrom, reason }: InForceAnswer): string {
  return `In force since ${dayInTable(inForceFrom)}: ${methodVersion}${reason === null ? '' : ` (${reason})`}`;
}

function observedInWords(observed: CountedShare | undefined): string {
  return observed === undefined || observed.of === 0 ? NOT_KNOWN : intervalInWords(observed);
}

function rounded(value: number): string {
  return value.toFixed(2);
}
