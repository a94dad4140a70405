import { Injectable } from '@nestjs/common';
import { UpsertStatus } from '../../common/upsert.types.js';
import type { ReadRow } from '../files/table.js';
import { dealOf, type DealRow } from '../rows/deal-row.js';
import { faulty, type FieldFault, type Mapped } from '../rows/row-values.js';
import { listFailedRow, listFailure, type ImportRun, type ReadySource } from '../run/import-run.js';
import { faultOf } from '../run/report/outcome-faults.js';
import { belongs } from '../run/row-stream.js';
import type { LoyaltyEventRow } from './loyalty-event-row.js';
import { LoyaltyEventRowsService } from './loyalty-event-rows.service.js';

/** Events that are written together and confirmed at once. */
const BATCH_EVENTS = 500;

/** A deal that tells of a loyalty event. */
interface TellingDeal {
  readonly row: ReadRow;
  readonly event: LoyaltyEventRow;
}

/** A cell at fault has a column, and what the row lacks has a field. */
type DealFault =
  | FieldFault
  | { readonly ok: false; readonly column: string; readonly value: string; readonly reason: string };

/** Reads deals: none is stored, but they tell what accounts are worth, and which of them stayed or left. */
@Injectable()
export class DealRowsService {
  constructor(private readonly events: LoyaltyEventRowsService) {}

  /** Reads a file of deals into what they make accounts worth. */
  async collect(ready: ReadySource, run: ImportRun): Promise<void> {
    for await (const row of ready.source.table.rows) {
      if (!row.ok || !belongs(row, ready) || ready.reader.skipReason(row) !== null) continue;
      const deal = readDeal(row, ready, run);
      if (deal.ok) run.deals.add(deal.input);
    }
  }

  /**
   * Once the accounts are there, records the events that deals tell of, and says which of the others counted: those
   * that cannot be read, or whose account is not there, have failed.
   */
  async settle(ready: ReadySource, run: ImportRun): Promise<void> {
    const { tally, source } = ready;
    let telling: TellingDeal[] = [];
    for await (const row of source.table.rows) {
      if (!row.ok) {
        tally.count(UpsertStatus.REJECTED);
        await run.failed.add(source.table, row, row.original);
      } else if (belongs(row, ready)) {
        const event = await settleOne(row, ready, run);
        if (event) telling.push({ row, event });
      }
      if (telling.length < BATCH_EVENTS) continue;
      await this.record(telling, ready, run);
      telling = [];
    }
    await this.record(telling, ready, run);
  }

  private async record(telling: readonly TellingDeal[], ready: ReadySource, run: ImportRun): Promise<void> {
    if (telling.length === 0) return;
    const outcomes = await run.session.batch(() => this.events.write(telling.map(({ event }) => event)));
    for (const [index, { row, event }] of telling.entries()) {
      const outcome = outcomes[index];
      if (!outcome) throw new Error('Every event that is written has an outcome.');
      if (outcome.error) await refuse(row, dealFaultOf(faultOf(outcome.error)), ready, run);
      else {
        ready.tally.count(outcome.status);
        ready.tally.warn('RECORDED_AS', row.line, '', event.kind);
      }
    }
  }
}

/** Counts a deal that tells of no event, and returns the event of one that does. */
async function settleOne(row: ReadRow, ready: ReadySource, run: ImportRun): Promise<LoyaltyEventRow | null> {
  const { tally } = ready;
  const skipped = ready.reader.skipReason(row);
  if (skipped !== null) {
    tally.skip(row.line, skipped);
    return null;
  }
  const deal = claimed(readDeal(row, ready, run), row, ready, run);
  if (!deal.ok) {
    await refuse(row, deal, ready, run);
    return null;
  }
  const { account, won, event } = deal.input;
  if (won && run.deals.isMixed(account)) tally.warn('CURRENCIES_MIXED', row.line, account.id);
  if (typeof event !== 'string') return event;
  if (event === 'WITHOUT_ID') tally.warn('DEAL_WITHOUT_ID', row.line, account.id);
  await countValue(row, deal.input, ready, run);
  return null;
}

async function countValue(
  row: ReadRow,
  { account, won }: DealRow,
  ready: ReadySource,
  run: ImportRun,
): Promise<void> {
  if (won === null) ready.tally.skip(row.line, 'deals not won, or without an amount');
  else if (run.deals.isRefused(account)) await refuse(row, NO_ACCOUNT, ready, run);
  else ready.tally.use();
}

function readDeal(row: ReadRow, { reader, ids }: ReadySource, run: ImportRun): Mapped<DealRow> | DealFault {
  const fields = reader.read(row);
  return fields.ok ? dealOf(fields.values, ids, run.currency) : fields;
}

/** A second row of a deal that tells of an event is refused: only one of the two can be right. */
function claimed(
  deal: Mapped<DealRow> | DealFault,
  { line }: ReadRow,
  { source }: ReadySource,
  run: ImportRun,
): Mapped<DealRow> | DealFault {
  const event = deal.ok ? deal.input.event : 'NOTHING';
  if (typeof event === 'string') return deal;
  const earlier = run.seen.claim(source.kind, event.external, line);
  return earlier === null ? deal : faulty('id', `Line ${earlier} is about the same record already.`);
}

/** The day of the event is the day the deal was closed on. */
function dealFaultOf({ field, reason }: FieldFault): FieldFault {
  return faulty(field === 'occurredOn' ? 'closedOn' : field, reason);
}

async function refuse(row: ReadRow, fault: DealFault, ready: ReadySource, run: ImportRun): Promise<void> {
  ready.tally.count(UpsertStatus.REJECTED);
  if ('field' in fault) return listFailure(run, ready, row, fault);
  await listFailedRow(run, ready.source, row, { line: row.line, ...fault });
}

const NO_ACCOUNT = faulty('account', 'No account with this id exists, nor is one among the imported files.');
