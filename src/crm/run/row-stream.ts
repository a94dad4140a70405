import type { ExternalIdInput } from '../../common/reference.types.js';
import { UpsertStatus, type ItemError, type ItemOutcome } from '../../common/upsert.types.js';
import type { FailedRow, ReadRow } from '../files/table.js';
import { TREE_COLUMNS } from '../files/json/record-tree.js';
import { faulty, type Mapped, type RowValues } from '../rows/row-values.js';
import { listFailedRow, listFailure, type ImportRun, type ReadySource } from './import-run.js';
import { faultOf } from './report/outcome-faults.js';

/** Rows that are written together and confirmed at once. */
const BATCH_ROWS = 500;

/** A row that can be written. */
export interface WritableRow<Input> {
  readonly row: ReadRow;
  readonly values: RowValues;
  readonly input: Input;
}

/** What is done with the rows of a file. */
export interface RowPass<Input> {
  /** What a row is to become. */
  readonly toInput: (values: RowValues) => Mapped<Input>;
  /** The record it is about, by its own id; one that two rows are about is refused the second time. */
  readonly identity: (input: Input) => ExternalIdInput | null;
  /** Writes rows inside a transaction; one outcome per row, in order. */
  readonly write: (rows: readonly WritableRow<Input>[]) => Promise<ItemOutcome[]>;
}

/** Reads a file from its beginning to its end and writes it in batches. A bad row never stops the others. */
export async function streamRows<Input>(
  ready: ReadySource,
  run: ImportRun,
  pass: RowPass<Input>,
): Promise<void> {
  let batch: WritableRow<Input>[] = [];
  let line = 0;
  const flush = async (): Promise<void> => {
    await writeRows(batch, ready, run, pass);
    batch = [];
    tellProgress(ready, run, line);
  };
  for await (const row of ready.source.table.rows) {
    line = row.line;
    const writable = row.ok ? await understand(row, ready, run, pass) : await reject(row, ready, run);
    if (writable) batch.push(writable);
    if (batch.length === BATCH_ROWS) await flush();
  }
  await flush();
}

/** Whether a row belongs to the object that is being imported. */
export function belongs(row: ReadRow, { source }: ReadySource): boolean {
  return source.rowType === null || row.cells.get(TREE_COLUMNS.type) === source.rowType;
}

async function reject(row: FailedRow, { source, tally }: ReadySource, run: ImportRun): Promise<null> {
  tally.count(UpsertStatus.REJECTED);
  await run.failed.add(source.table, row, row.original);
  return null;
}

async function understand<Input>(
  row: ReadRow,
  ready: ReadySource,
  run: ImportRun,
  pass: RowPass<Input>,
): Promise<WritableRow<Input> | null> {
  const { tally, reader, source } = ready;
  if (!belongs(row, ready)) return null;
  const skipped = reader.skipReason(row);
  if (skipped !== null) {
    tally.skip(row.line, skipped);
    return null;
  }
  const fields = reader.read(row);
  if (!fields.ok) {
    tally.count(UpsertStatus.REJECTED);
    await listFailedRow(run, source, row, { line: row.line, ...fields });
    return null;
  }
  const result = claim(pass, fields.values, ready, run);
  if (!result.ok) {
    tally.count(UpsertStatus.REJECTED);
    await listFailure(run, ready, row, result, fields.values);
    return null;
  }
  for (const { value, message } of fields.warnings) tally.warn('CELL', row.line, value, message);
  return { row, values: fields.values, input: result.input };
}

function claim<Input>(
  pass: RowPass<Input>,
  values: RowValues,
  { source }: ReadySource,
  run: ImportRun,
): Mapped<Input> {
  const result = pass.toInput(values);
  const id = result.ok ? pass.identity(result.input) : null;
  const earlier = id && run.seen.claim(source.kind, id, values.line);
  return earlier === null ? result : faulty('id', `Line ${earlier} is about the same record already.`);
}

async function writeRows<Input>(
  rows: readonly WritableRow<Input>[],
  ready: ReadySource,
  run: ImportRun,
  pass: RowPass<Input>,
): Promise<void> {
  if (rows.length === 0) return;
  const outcomes = await run.session.batch(() => pass.write(rows));
  for (const [index, { row, values }] of rows.entries()) {
    const outcome = outcomes[index];
    if (!outcome) throw new Error('Every row that is written has an outcome.');
    ready.tally.count(outcome.status);
    if (outcome.error) await listFailure(run, ready, row, faultOf(outcome.error), values);
  }
}

function tellProgress({ source, tally }: ReadySource, run: ImportRun, line: number): void {
  const { sourceName, lines } = source.table;
  run.onProgress({
    file: sourceName,
    rows: tally.counts.rows,
    share: Math.min(1, line / Math.max(1, lines)),
    pass: 'ROWS',
  });
}

/** An outcome that refuses a row before the service was asked. */
export function refusedRow(index: number, path: string, message: string): ItemOutcome {
  const error: ItemError = { code: 'RULE_BROKEN', message, path: [path] };
  return { index, status: UpsertStatus.REJECTED, id: null, error };
}
