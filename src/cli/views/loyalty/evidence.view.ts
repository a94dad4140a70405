import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap, type TableColumn } from '../text-table.js';
import { codeInWords, NOT_KNOWN } from '../words.js';
import type { CalibrationAnswer, EvidenceAnswer, TableAnswer } from './evidence-answer.js';

const GROUPS: TableColumn[] = [
  { title: 'Group' },
  { title: 'Decisions', align: 'right' },
  { title: 'Accounts', narrowest: 12 },
];

const BANDS: TableColumn[] = [
  { title: 'Instrument', narrowest: 8 },
  { title: 'Level' },
  { title: 'Answer', narrowest: 8 },
  { title: 'Stayed', align: 'right' },
  { title: 'Share', align: 'right' },
  { title: '95 %', align: 'right' },
];

/** The groups, the answers' worth, and what the rest says in sentences. */
export function evidenceLines({ loyaltyEvidence: shown }: EvidenceAnswer, terminal: Terminal): string[] {
  const section = (title: string, lines: readonly string[]): string[] => [
    terminal.paint.bold(title),
    ...lines,
    '',
  ];
  const said = (texts: readonly string[]): string[] => texts.flatMap((text) => wrap(text, terminal.width));
  const basis = section('What this rests on', said(shown.reading));
  if (shown.outcomes === 0) return basis.slice(0, -1);
  return [
    ...shown.saidAgainstDone
      .filter(hasGroups)
      .flatMap((table) =>
        section(titleOf(table), [...groupLines(table, terminal), ...said([table.reading])]),
      ),
    ...section('What answers were worth', bandLines(shown.calibration, terminal)),
    ...section('Which level told us the truth', said(shown.foresight.map(({ reading }) => reading))),
    ...section('Asked and volunteered', said(shown.asking.map(({ reading }) => reading))),
    ...section('Problems and recovery', said([shown.recovery.reading, shown.recovery.rescores.reading])),
    ...basis.slice(0, -1),
  ];
}

function hasGroups({ cells }: TableAnswer): boolean {
  return cells.some(({ outcomes }) => outcomes > 0);
}

function titleOf({ about, level }: TableAnswer): string {
  return `${about === 'INTENTION' ? 'Would buy again' : 'Would recommend us'}, as ${level === null ? 'both levels' : codeInWords(level)} said`;
}

function groupLines({ cells }: TableAnswer, terminal: Terminal): string[] {
  const rows = cells.map(({ group, outcomes, accounts: { totalCount, nodes } }) => {
    const more = totalCount - nodes.length;
    const names = nodes.map(({ name }) => name).join(', ');
    return [codeInWords(group), String(outcomes), more > 0 ? `${names} and ${more} more` : names];
  });
  return tableLines(GROUPS, rows, terminal);
}

/** Over all structures, and only answers that were given: the rest is in `--json`. */
function bandLines(calibration: readonly CalibrationAnswer[], terminal: Terminal): string[] {
  const rows = calibration
    .filter(({ structure }) => structure === null)
    .flatMap(({ instrument, level, bands }) =>
      bands
        .filter(({ of }) => of > 0)
        .map((band) => [instrument, codeInWords(level), band.answer, ...shareCells(band)]),
    );
  return rows.length === 0
    ? ['Nobody had answered anything before a decision.']
    : tableLines(BANDS, rows, terminal);
}

function shareCells({ hits, of, share, low, high }: CountedShare): string[] {
  const whole = (value: number): number => Math.round(value * 100);
  const counted = `${hits} of ${of}`;
  if (share === null || low === null || high === null) return [counted, 'too few', NOT_KNOWN];
  return [counted, `${whole(share)} %`, `${whole(low)} to ${whole(high)} %`];
}
