import { Injectable } from '@nestjs/common';
import { rejected } from '../../common/batch.js';
import { StrataError } from '../../common/errors.js';
import { refKey } from '../../common/reference.types.js';
import { UpsertStatus, type ItemOutcome } from '../../common/upsert.types.js';
import type { Interaction } from '../../interactions/interaction.entity.js';
import { InteractionsReader } from '../../interactions/interactions.reader.js';
import { InteractionsService } from '../../interactions/interactions.service.js';
import { KnownSeatsReader } from '../known-seats.reader.js';
import { interactionOf, type InteractionRow } from '../rows/interaction-row.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { streamRows, type WritableRow } from '../run/row-stream.js';

/** Imports contacts between our people and the customer's. */
@Injectable()
export class InteractionRowsService {
  constructor(
    private readonly interactions: InteractionsService,
    private readonly reader: InteractionsReader,
    private readonly seats: KnownSeatsReader,
  ) {}

  /** Imports a file of interactions. */
  async importRows(ready: ReadySource, run: ImportRun): Promise<void> {
    const differing = new Set<WritableRow<InteractionRow>>();
    await streamRows<InteractionRow>(ready, run, {
      toInput: (values) => interactionOf(values, ready.ids),
      identity: ({ external }) => external,
      write: (rows) => this.write(rows, differing),
    });
    for (const { row, input } of differing)
      ready.tally.warn('DIFFERS_FROM_RECORDED', row.line, input.external.id);
  }

  private async write(
    rows: readonly WritableRow<InteractionRow>[],
    differing: Set<WritableRow<InteractionRow>>,
  ): Promise<ItemOutcome[]> {
    const accounts = await this.seats.findAccounts(rows.flatMap(({ input }) => input.stakeholders));
    const outcomes: ItemOutcome[] = [];
    for (const [index, row] of rows.entries()) {
      const recorded = await this.reader.findByExternalId(row.input.external);
      if (recorded && differs(recorded, row.input)) differing.add(row);
      outcomes.push(recorded ? known(index, recorded) : await this.log(index, row.input, accounts));
    }
    return outcomes;
  }

  private async log(
    index: number,
    input: InteractionRow,
    accounts: ReadonlyMap<string, string>,
  ): Promise<ItemOutcome> {
    const first = input.stakeholders[0];
    const accountId = first && accounts.get(refKey(first));
    const account = input.account ?? (accountId ? { id: accountId } : null);
    try {
      if (!account) throw new StrataError('NOT_FOUND', '', ['stakeholders']);
      const { interaction } = await this.interactions.logInteraction({ ...input, account });
      return { index, status: UpsertStatus.CREATED, id: interaction.id, error: null };
    } catch (error) {
      if (error instanceof StrataError) return rejected(index, error);
      throw error;
    }
  }
}

function known(index: number, { id }: Interaction): ItemOutcome {
  return { index, status: UpsertStatus.UNCHANGED, id, error: null };
}

function differs(recorded: Interaction, { channel, occurredAt, notes }: InteractionRow): boolean {
  const sameTime = Date.parse(recorded.occurredAt) === Date.parse(occurredAt);
  return recorded.channel !== channel || !sameTime || recorded.notes !== (notes ?? null);
}
