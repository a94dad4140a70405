import type { FileEncoding } from './encoding.js';
import type { RowFault } from './row-fault.js';

/** A row whose cells can be trusted to stand under their columns. */
export interface ReadRow {
  readonly ok: true;
  /** The 1-based line of the file on which the row begins, also after cells with line breaks in them. */
  readonly line: number;
  /** By column name, white space trimmed at both ends. A tree omits what its record does not mention. */
  readonly cells: ReadonlyMap<string, string>;
  /** The cells as written, in the order of `Table.columns`. */
  readonly original: readonly string[];
}

/** A row that must not be mapped: which cell, and why. It has no `cells`, so it cannot be mapped by accident. */
export interface FailedRow extends RowFailure {
  readonly ok: false;
  /** The cells as far as they could be told apart, as written; a single one when they could not. */
  readonly original: readonly string[];
}

/** What a person needs to find and mend a rejected row. */
export interface RowFailure {
  /** The 1-based line of the file on which the row begins. */
  readonly line: number;
  /** The column at fault, or null when it is the row as a whole. */
  readonly column: string | null;
  /** The value at fault, as written. */
  readonly value: string;
  /** A sentence for a person. */
  readonly reason: string;
  /** The kind of fault when the file itself is at fault; absent when a later step rejected the row. */
  readonly fault?: RowFault;
}

/** One row, good or bad; none is left out. */
export type TableRow = ReadRow | FailedRow;

/** A file as a table: its shape up front, its rows on demand. */
export interface Table {
  readonly path: string;
  /** The file's base name, or, in a list of failed rows, that of the file the rows came from. */
  readonly sourceName: string;
  readonly encoding: FileEncoding;
  /** One character; null for a record tree. */
  readonly delimiter: string | null;
  /** Names in the order of the file: trimmed, unique, `column 7` where the seventh has none. */
  readonly columns: readonly string[];
  /** Lines of the file, roughly: what a progress bar divides a row's `line` by. */
  readonly lines: number;
  /** Each iteration reads the file anew from its beginning, in flat memory. @throws FileRefused past `maxRows`. */
  readonly rows: AsyncIterable<TableRow>;
}

/** What a caller knows better than detection does. */
export interface TableOptions {
  /** One character. Default: detected. */
  readonly delimiter?: string;
  /** A name iconv-lite knows. Default: detected. */
  readonly encoding?: string;
  /** Rows read at most. Default: 5,000,000. */
  readonly maxRows?: number;
}
