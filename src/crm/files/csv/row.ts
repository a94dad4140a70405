import { faultSentence, type RowFault } from '../row-fault.js';
import type { FailedRow, TableRow } from '../table.js';
import type { Header } from './header.js';
import { isUnmended } from './mended.js';
import type { RawRecord } from './record-framer.js';

/** What is known of every row of a table before the first is read. */
export interface RowShape extends Header {
  /** Every row ends with a separator that the header lacks, so one empty cell more is no shift. */
  readonly trailingDelimiter: boolean;
}

/** A record that could not be divided into cells. */
export function brokenRow(record: RawRecord, fault: RowFault): FailedRow {
  return failed(record.line, null, record.text, fault, [record.text]);
}

/** A record's cells under their columns, or the reason why they cannot be. */
export function rowOf(record: RawRecord, allCells: readonly string[], shape: RowShape): TableRow {
  const cells = allCells.slice(shape.skipped);
  // A list of failed rows must not quote itself: the value is the row without the report's own columns.
  const written = shape.skipped > 0 ? cells.join(',') : record.text;
  if (shape.trailingDelimiter && cells.length === shape.columns.length + 1 && cells.at(-1) === '')
    cells.pop();
  if (cells.length !== shape.columns.length) {
    const fault = cells.length > shape.columns.length ? 'TOO_MANY_CELLS' : 'TOO_FEW_CELLS';
    return failed(record.line, null, written, fault, cells);
  }
  if (shape.skipped > 0 && isUnmended(allCells, cells)) {
    return failed(record.line, null, written, 'NOT_MENDED', cells);
  }
  const nul = record.text.includes('\0') ? cells.findIndex((cell) => cell.includes('\0')) : -1;
  if (nul >= 0)
    return failed(record.line, shape.columns[nul] ?? null, cells[nul] ?? '', 'NUL_CHARACTER', cells);
  return {
    ok: true,
    line: record.line,
    cells: new Map(shape.columns.map((name, index) => [name, cells[index]?.trim() ?? ''])),
    original: cells,
  };
}

function failed(
  line: number,
  column: string | null,
  value: string,
  fault: RowFault,
  original: readonly string[],
): FailedRow {
  return { ok: false, line, column, value, reason: faultSentence(fault), fault, original };
}
