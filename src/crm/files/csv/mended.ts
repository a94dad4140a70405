import { faultSentence, type RowFault } from '../row-fault.js';
import { REPORT_COLUMNS } from './header.js';

/** Faults of a row's shape. Opening the list in a spreadsheet and saving it fills such rows up with blank cells. */
const SHAPE_FAULTS: readonly RowFault[] = ['UNCLOSED_QUOTE', 'STRAY_QUOTE', 'TOO_FEW_CELLS', 'NOT_MENDED'];
const SHAPE_REASONS = new Set(SHAPE_FAULTS.map((fault) => faultSentence(fault)));

/**
 * Whether a row of a list of failed rows only seems whole because a spreadsheet filled it up: rejected for its shape,
 * blank at its end, and its words unchanged. Taking it would turn a whole broken line into somebody's name.
 * @param report all cells, the report's own first. @param cells the original ones.
 */
export function isUnmended(report: readonly string[], cells: readonly string[]): boolean {
  const reason = report[REPORT_COLUMNS.indexOf('reason')] ?? '';
  const value = report[REPORT_COLUMNS.indexOf('value')] ?? '';
  return (
    SHAPE_REASONS.has(reason) && cells.at(-1)?.trim() === '' && wordsOf(value) === wordsOf(cells.join(''))
  );
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
