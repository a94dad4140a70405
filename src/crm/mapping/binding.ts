import type { FieldRule } from './fields.js';

/** A table from what a cell says to what a field takes; keys in lower case. Null: the cell says nothing about it. */
export type ValueTable = ReadonlyMap<string, string | null>;

/** One column a field may be read from. */
export interface ColumnRule {
  /** The column as the mapping names it. */
  readonly column: string;
  readonly values?: ValueTable;
  /** What a value that the table does not list means; undefined refuses the row, null says nothing. */
  readonly otherwise?: string | null;
}

/** Where a field comes from: the first of these columns with something in the cell, else what is said for all rows. */
export interface FieldSource {
  readonly columns: readonly ColumnRule[];
  readonly constant?: string;
}

/** A field bound to columns that the file has. */
export interface Binding extends FieldSource {
  readonly field: string;
  readonly rule: FieldRule;
}

/** A table as it is written in code or in a mapping file. */
export function valueTable(entries: Readonly<Record<string, string | null>>): ValueTable {
  return new Map(Object.entries(entries).map(([word, value]) => [word.trim().toLowerCase(), value]));
}
