import { setImmediate } from 'node:timers/promises';
import type { ExternalIdInput } from '../../common/reference.types.js';
import { UpsertStatus, type ItemError, type ItemOutcome } from '../../common/upsert.types.js';
import type { ReadRow, TableRow } from '../files/table.js';
import { TREE_COLUMNS } from '../files/json/record-tree.js';
import { faulty, type Mapped, type RowValues } from '../rows/row-values.js';
import { listFailedRow, listFailure, type ImportRun, type ReadySource } from './import-run.js';
import { faultOf } from './report/outcome-faults.js';
import { Succession } from './succession.js';

/** Rows that are written together and confirmed at once. */
const BATCH_ROWS = 1_000;

/** After so many rows the database's answers are looked at: else the batch that is being written waits for the one read. */
const BREATH = 100;

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
  /** Whether `write` waits for its turn itself, so that it can begin while the batch before is being written. */
  readonly beginsEarly?: boolean;
}

/** Rows that are confirmed at once, and how those are listed that were refused while they were read. */
interface Batch<Input> {
  readonly rows: WritableRow<Input>[];
  readonly refused: (() => Promise<void>)[];
}

/**
 * Reads a file from its beginning to its end and writes it in batches, of which the next is read while the last one is
 * being written. A bad row never stops the others.
 */
export async function streamRows<Input>(
  ready: ReadySource,
  run: ImportRun,
  pass: RowPass<Input>,
): Promise<void> {
  const batches = new Succession();
  let batch: Batch<Input> = { rows: [], refused: [] };
  const flush = (line: number): Promise<void> => {
    const full = batch;
    batch = { rows: [], refused: [] };
    return batches.begin(async (before) => {
      await writeBatch(full, ready, run, pass, before);
      tellProgress(ready, run, line);
    });
  };
  try {
    let [line, read] = [0, 0];
    for await (const row of ready.source.table.rows) {
      line = row.line;
      take(row, batch, ready, run, pass);
      if ((read += 1) % BREATH === 0) await setImmediate();
      if (batch.rows.length + batch.refused.length === BATCH_ROWS) await flush(line);
    }
    await flush(line);
  } finally {
    await batches.end();
  }
}

/** Whether a row belongs to the object that is being imported. */
export function belongs(row: ReadRow, { source }: ReadySource): boolean {
  return source.rowType === null || row.cells.get(TREE_COLUMNS.type) === source.rowType;
}

/** Puts a row where it belongs in the batch: among those to write, or those to list. */
function take<Input>(
  row: TableRow,
  { rows, refused }: Batch<Input>,
  ready: ReadySource,
  run: ImportRun,
  pass: RowPass<Input>,
): void {
  const { tally, source } = ready;
  const refuse = (list: () => Promise<void>): void => {
    tally.count(UpsertStatus.REJECTED);
    refused.push(list);
  };
  if (!row.ok) return refuse(() => run.failed.add(source.table, row, row.original));
  if (!belongs(row, ready)) return;
  const skipped = ready.reader.skipReason(row);
  if (skipped !== null) return tally.skip(row.line, skipped);
  const fields = ready.reader.read(row);
  if (!fields.ok) return refuse(() => listFailedRow(run, source, row, { line: row.line, ...fields }));
  const { values } = fields;
  const result = claim(pass, values, ready, run);
  if (!result.ok) return refuse(() => listFailure(run, ready, row, result, values));
  for (const { value, message } of fields.warnings) tally.warn('CELL', row.line, value, message);
  rows.push({ row, values, input: result.input });
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

/** What was refused is listed in the batch's turn, too: the list is in the order in which the file was worked through. */
async function writeBatch<Input>(
  { rows, refused }: Batch<Input>,
  ready: ReadySource,
  run: ImportRun,
  pass: RowPass<Input>,
  before: Promise<void>,
): Promise<void> {
  const outcomes =
    rows.length > 0 ? await run.session.batchAfter(before, () => pass.write(rows), pass.beginsEarly) : [];
  await before;
  for (const list of refused) await list();
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
