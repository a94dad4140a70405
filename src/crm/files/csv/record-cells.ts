import { parse } from 'csv-parse/sync';

/**
 * Divides records into cells. The records must have come out of a RecordFramer without fault, so each gives exactly one
 * list. A quote inside an unquoted cell is text; in a quoted cell a doubled quote is one.
 */
export function divideRecords(records: readonly string[], delimiter: string): string[][] {
  if (records.length === 0) return [];
  const cells = parse(records.join('\n'), {
    delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
  });
  // Losing a row without a word is the one thing a reader must never do.
  if (cells.length !== records.length) throw new Error('Records and their cells do not match in number.');
  return cells;
}
