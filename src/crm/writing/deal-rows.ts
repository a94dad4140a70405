import { UpsertStatus } from '../../common/upsert.types.js';
import type { ReadRow } from '../files/table.js';
import { dealOf, type DealRow } from '../rows/deal-row.js';
import { faulty, type FieldFault, type Mapped } from '../rows/row-values.js';
import { listFailedRow, listFailure, type ImportRun, type ReadySource } from '../run/import-run.js';
import { belongs } from '../run/row-stream.js';

/** Reads a file of deals into what they make accounts worth; no deal is stored. */
export async function collectDeals(ready: ReadySource, run: ImportRun): Promise<void> {
  for await (const row of ready.source.table.rows) {
    if (!row.ok || !belongs(row, ready) || ready.reader.skipReason(row) !== null) continue;
    const deal = readDeal(row, ready, run);
    if (deal.ok) run.deals.add(deal.input);
  }
}

/** Afterwards, says which deals counted: those that cannot be read, or whose account is not there, have failed. */
export async function settleDeals(ready: ReadySource, run: ImportRun): Promise<void> {
  const { tally, source } = ready;
  for await (const row of source.table.rows) {
    if (!row.ok) {
      tally.count(UpsertStatus.REJECTED);
      await run.failed.add(source.table, row, row.original);
    } else if (belongs(row, ready)) await settle(row, ready, run);
  }
}

async function settle(row: ReadRow, ready: ReadySource, run: ImportRun): Promise<void> {
  const { tally } = ready;
  const skipped = ready.reader.skipReason(row);
  if (skipped !== null) return tally.skip(row.line, skipped);
  const deal = readDeal(row, ready, run);
  if (!deal.ok) return refuse(row, deal, ready, run);
  const { account, won } = deal.input;
  if (won === null) return tally.skip(row.line, 'deals not won, or without an amount');
  if (run.deals.isRefused(account)) return refuse(row, NO_ACCOUNT, ready, run);
  tally.use();
  if (run.deals.isMixed(account)) tally.warn('CURRENCIES_MIXED', row.line, account.id);
}

/** A cell at fault has a column, and what the row lacks has a field. */
type DealFault =
  | FieldFault
  | { readonly ok: false; readonly column: string; readonly value: string; readonly reason: string };

function readDeal(row: ReadRow, { reader, ids }: ReadySource, run: ImportRun): Mapped<DealRow> | DealFault {
  const fields = reader.read(row);
  return fields.ok ? dealOf(fields.values, ids, run.currency) : fields;
}

async function refuse(row: ReadRow, fault: DealFault, ready: ReadySource, run: ImportRun): Promise<void> {
  ready.tally.count(UpsertStatus.REJECTED);
  if ('field' in fault) return listFailure(run, ready, row, fault);
  await listFailedRow(run, ready.source, row, { line: row.line, ...fault });
}

const NO_ACCOUNT = faulty('account', 'No account with this id exists, nor is one among the imported files.');
