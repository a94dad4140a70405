import { UpsertStatus, type ItemOutcome } from '../../common/upsert.types.js';
import type { Mapped, RowValues } from '../rows/row-values.js';
import { listFailure, type ImportRun, type ReadySource } from './import-run.js';
import { faultOf } from './report/outcome-faults.js';
import type { WritableRow } from './row-stream.js';

const BATCH_ROWS = 500;

/** How the references are set that pointed forwards when their rows were written. */
export interface ReferencePass<Input> {
  readonly toInput: (values: RowValues) => Mapped<Input>;
  readonly write: (rows: readonly WritableRow<Input>[]) => Promise<ItemOutcome[]>;
}

/**
 * Goes through a file a second time, for rows whose parent or superior was not there when they were written. What leads
 * nowhere is listed as failed; the row itself is in.
 */
export async function streamReferences<Input>(
  ready: ReadySource,
  run: ImportRun,
  lines: ReadonlySet<number>,
  pass: ReferencePass<Input>,
): Promise<void> {
  if (lines.size === 0) return;
  let batch: WritableRow<Input>[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    await writeReferences(batch, ready, run, pass);
    done += batch.length;
    batch = [];
    const { sourceName } = ready.source.table;
    run.onProgress({
      file: sourceName,
      rows: ready.tally.counts.rows,
      share: done / lines.size,
      pass: 'REFERENCES',
    });
  };
  for await (const row of ready.source.table.rows) {
    if (!row.ok || !lines.has(row.line)) continue;
    const fields = ready.reader.read(row);
    const mapped = fields.ok ? pass.toInput(fields.values) : fields;
    if (fields.ok && mapped.ok) batch.push({ row, values: fields.values, input: mapped.input });
    if (batch.length === BATCH_ROWS) await flush();
  }
  await flush();
}

async function writeReferences<Input>(
  rows: readonly WritableRow<Input>[],
  ready: ReadySource,
  run: ImportRun,
  pass: ReferencePass<Input>,
): Promise<void> {
  if (rows.length === 0) return;
  const outcomes = await run.session.batch(() => pass.write(rows));
  for (const [index, { row, values }] of rows.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status !== UpsertStatus.REJECTED || !outcome.error) continue;
    const fault = faultOf(outcome.error);
    ready.tally.warn('REFERENCE_OPEN', row.line, values.values.get(fault.field) ?? '');
    await listFailure(run, ready, row, fault, values);
  }
}
