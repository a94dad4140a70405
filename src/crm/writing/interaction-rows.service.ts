import { Injectable } from '@nestjs/common';
import { rejected } from '../../common/batch.js';
import { StrataError } from '../../common/errors.js';
import { externalKey, refKey } from '../../common/reference.types.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import type { ContactInput } from '../../interactions/contact-plans.service.js';
import type { Interaction } from '../../interactions/interaction.entity.js';
import { InteractionsReader } from '../../interactions/interactions.reader.js';
import { InteractionsService } from '../../interactions/interactions.service.js';
import { KnownSeatsReader } from '../known-seats.reader.js';
import { interactionOf, type InteractionRow } from '../rows/interaction-row.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { streamRows, type WritableRow } from '../run/row-stream.js';
import { writePlaced, type Placed } from './placed-rows.js';

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
    const recorded = await this.reader.findByExternalIds(rows.map(({ input }) => input.external));
    const accounts = await this.seats.findAccounts(rows.flatMap(({ input }) => input.stakeholders));
    const placed = rows.map((row, index) => {
      const known = recorded.get(externalKey(row.input.external));
      if (known && differs(known, row.input)) differing.add(row);
      return placeRow(row.input, index, known?.accountId, accounts);
    });
    return writePlaced(placed, (contacts) => this.interactions.writeInteractions(contacts, false));
  }
}

/** A contact without an account is one with the account of who took part. */
function placeRow(
  input: InteractionRow,
  index: number,
  knownAccountId: string | undefined,
  accounts: ReadonlyMap<string, string>,
): Placed<ContactInput> {
  const first = input.stakeholders[0];
  const accountId = knownAccountId ?? (first && accounts.get(refKey(first)));
  const account = input.account ?? (accountId ? { id: accountId } : null);
  if (account) return { input: { ...input, account } };
  return { refused: rejected(index, new StrataError('NOT_FOUND', '', ['stakeholders'])) };
}

function differs(recorded: Interaction, { channel, occurredAt, notes }: InteractionRow): boolean {
  const sameTime = Date.parse(recorded.occurredAt) === Date.parse(occurredAt);
  return recorded.channel !== channel || !sameTime || recorded.notes !== (notes ?? null);
}
