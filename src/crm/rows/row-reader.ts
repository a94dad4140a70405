import { TREE_COLUMNS } from '../files/json/record-tree.js';
import type { ReadRow } from '../files/table.js';
import type { Binding } from '../mapping/binding.js';
import type { ColumnPlan } from '../mapping/column-plan.js';
import type { ColumnFacts } from './column-facts.js';
import { readCell, type CellValue } from './read-cell.js';
import type { RowValues } from './row-values.js';

/** A row with its fields read, or the cell that could not be. */
export type ReadFields =
  | { readonly ok: true; readonly values: RowValues; readonly warnings: readonly CellWarning[] }
  | { readonly ok: false; readonly column: string; readonly value: string; readonly reason: string };

/** Something about a cell that a person should look at although its value is kept. */
export interface CellWarning {
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** Reads the rows of one file by what is known of its columns. */
export class RowReader {
  constructor(
    private readonly plan: ColumnPlan,
    private readonly facts: ReadonlyMap<string, ColumnFacts>,
    private readonly timeZone: string,
  ) {}

  /** Why a row is none for us, or null. */
  skipReason(row: ReadRow): string | null {
    const rule = this.plan.skip.find(({ column, when }) => {
      const cell = row.cells.get(column)?.toLowerCase() ?? '';
      return cell !== '' && when(cell);
    });
    return rule?.reason ?? null;
  }

  /** Reads every field of a row. */
  read(row: ReadRow): ReadFields {
    const values = new Map<string, string>();
    const columns = new Map<string, string>();
    const warnings: CellWarning[] = [];
    for (const binding of this.plan.bindings) {
      const found = this.firstFilled(row, binding);
      if (found && 'reason' in found) return { ok: false, ...found };
      if (found) {
        values.set(binding.field, found.value.text);
        columns.set(binding.field, found.column);
        if (found.value.currency) values.set('amountCurrency', found.value.currency);
        if (found.warning)
          warnings.push({ column: found.column, value: found.value.text, message: found.warning });
      } else if (binding.constant !== undefined) values.set(binding.field, binding.constant);
    }
    return { ok: true, values: { line: row.line, values, columns }, warnings };
  }

  private firstFilled(
    row: ReadRow,
    { rule, columns }: Binding,
  ):
    | { column: string; value: CellValue; warning?: string }
    | { column: string; value: string; reason: string }
    | null {
    for (const column of columns) {
      const cell = row.cells.get(column.column) ?? '';
      if (cell === '') continue;
      const facts = this.facts.get(column.column) ?? {};
      const reading = readCell(written(cell, column.column), {
        rule,
        column,
        facts,
        timeZone: this.timeZone,
      });
      if (!reading.ok) return { column: column.column, value: cell, reason: reading.reason };
      if (reading.value !== null)
        return { column: column.column, value: reading.value, warning: reading.warning };
    }
    return null;
  }
}

/** A record's own reference id reads like any reference to it. */
function written(cell: string, column: string): string {
  return column === TREE_COLUMNS.referenceId ? `@${cell}` : cell;
}
