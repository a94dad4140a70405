import { Injectable } from '@nestjs/common';
import { isRejected } from '../../common/batch.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import type { LoyaltyEventKind } from '../../domain/loyalty/terms.js';
import { LoyaltyEventsService } from '../../loyalty/events/loyalty-events.service.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { streamRows } from '../run/row-stream.js';
import { loyaltyEventOf, type LoyaltyEventRow } from './loyalty-event-row.js';

/** Imports what accounts were seen to do. */
@Injectable()
export class LoyaltyEventRowsService {
  constructor(private readonly events: LoyaltyEventsService) {}

  /** Imports a file of loyalty events. */
  async importRows(ready: ReadySource, run: ImportRun): Promise<void> {
    const file = { ids: ready.ids, system: ready.source.system, currency: run.currency };
    const kinds = new Map<number, LoyaltyEventKind>();
    await streamRows<LoyaltyEventRow>(ready, run, {
      toInput: (values) => loyaltyEventOf(values, file),
      identity: ({ external }) => external,
      write: async (rows) => {
        const outcomes = await this.write(rows.map(({ input }) => input));
        for (const [index, { row, input }] of rows.entries()) {
          const outcome = outcomes[index];
          if (outcome && !isRejected(outcome)) kinds.set(row.line, input.kind);
        }
        return outcomes;
      },
    });
    for (const [line, kind] of kinds) ready.tally.warn('RECORDED_AS', line, '', kind);
  }

  /** Writes events inside a transaction; one outcome per event, in order. */
  write(events: readonly LoyaltyEventRow[]): Promise<ItemOutcome[]> {
    return this.events.writeEvents(events, false);
  }
}
