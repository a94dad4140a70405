import type { ReadRow, RowFailure } from '../files/table.js';
import type { FailedRowsReport } from '../files/failed-rows.js';
import { isSensitiveColumn } from '../files/privacy/sensitive-columns.js';
import type { ImportProgress } from '../import-report.types.js';
import type { ColumnPlan } from '../mapping/column-plan.js';
import type { DealValues } from '../rows/deal-values.js';
import type { RowReader } from '../rows/row-reader.js';
import type { FieldFault, RowValues } from '../rows/row-values.js';
import type { RecordIds } from '../sources/record-ids.js';
import type { ImportSource } from '../sources/source.js';
import type { FileTally } from './report/file-tally.js';
import type { ImportSession } from './import-session.js';
import type { SeenRecords } from './seen-records.js';

/** A source whose rows can be read. */
export interface ReadySource {
  readonly source: ImportSource;
  readonly plan: ColumnPlan;
  readonly reader: RowReader;
  readonly ids: RecordIds;
  readonly tally: FileTally;
}

/** What the parts of one import share. */
export interface ImportRun {
  readonly session: ImportSession;
  readonly failed: FailedRowsReport;
  readonly seen: SeenRecords;
  readonly deals: DealValues;
  /** Mail domain of each account, by its external key. */
  readonly domains: Map<string, string>;
  /** ISO 4217, for amounts that name none. */
  readonly currency: string;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** Adds a row to the list of failed ones, for its field at fault. */
export async function listFailure(
  run: ImportRun,
  { source, plan }: ReadySource,
  row: ReadRow,
  fault: FieldFault,
  values?: RowValues,
): Promise<void> {
  const column = values?.columns.get(fault.field) ?? columnOf(plan, fault.field);
  const value = column === null ? '' : (row.cells.get(column) ?? '');
  await listFailedRow(run, source, row, { line: row.line, column, value, reason: fault.reason });
}

/** Adds a row to the list of failed ones. What is never stored is not written there either. */
export async function listFailedRow(
  run: ImportRun,
  { table }: ImportSource,
  row: ReadRow,
  failure: RowFailure,
): Promise<void> {
  const kept = row.original.map((cell, index) => (isSensitiveColumn(table.columns[index] ?? '') ? '' : cell));
  await run.failed.add(table, failure, kept);
}

function columnOf({ bindings }: ColumnPlan, field: string): string | null {
  return bindings.find((binding) => binding.field === field)?.columns[0]?.column ?? null;
}
