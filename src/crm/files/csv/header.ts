import { FileRefused } from '../file-refused.js';

/** The columns that a list of failed rows carries before the original ones. */
export const REPORT_COLUMNS = ['file', 'line', 'column', 'value', 'reason'] as const;

/** Columns a table may have; the widest CRM objects have about 800. */
const MAX_COLUMNS = 2_000;

/** The first record of a table, understood. */
export interface Header {
  /** Names without the report's own columns. */
  readonly columns: readonly string[];
  /** Cells that stand before the first column in every row: the report's own, or none. */
  readonly skipped: number;
}

/**
 * Reads the names of the columns. A column without a name is called by its place, `column 7`; two with the same name
 * are refused, because which of them is meant cannot be known.
 * @throws FileRefused for duplicates, too many columns, or a list of failures without rows.
 */
export function readHeader(cells: readonly string[]): Header {
  const skipped = REPORT_COLUMNS.every((name, index) => cells[index]?.trim() === name)
    ? REPORT_COLUMNS.length
    : 0;
  const names = cells.slice(skipped).map((name, index) => name.trim() || `column ${index + 1}`);
  if (skipped > 0 && names.length === 0) throw new FileRefused('FAILURE_OVERVIEW');
  if (names.length > MAX_COLUMNS)
    throw new FileRefused('TOO_MANY_COLUMNS', { columns: names.length, limit: MAX_COLUMNS });
  const duplicates = names.filter((name, index) => names.indexOf(name) !== index);
  if (duplicates.length > 0)
    throw new FileRefused('DUPLICATE_COLUMNS', { columns: [...new Set(duplicates)] });
  if (names.some((name) => name.includes('\0'))) throw new FileRefused('HEADER_BROKEN', { line: 1 });
  return { columns: names, skipped };
}
