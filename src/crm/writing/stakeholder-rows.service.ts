import { Injectable } from '@nestjs/common';
import { externalKey } from '../../common/reference.types.js';
import { comeToTurn } from '../../common/operation/turn.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import { StatedBy } from '../../domain/terms.js';
import type { StakeholderInput } from '../../stakeholders/stakeholders.inputs.js';
import { StakeholdersService } from '../../stakeholders/stakeholders.service.js';
import { KnownSeatsReader, type FoundSeats } from '../known-seats.reader.js';
import { stakeholderOf, type StakeholderRow } from '../rows/stakeholder-row.js';
import type { RowValues } from '../rows/row-values.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { withoutOpenReferences } from './open-references.js';
import { writePlaced, type Placed } from './placed-rows.js';
import { streamReferences } from '../run/reference-stream.js';
import { refusedRow, streamRows, type WritableRow } from '../run/row-stream.js';

/** Imports stakeholders. */
@Injectable()
export class StakeholderRowsService {
  constructor(
    private readonly stakeholders: StakeholdersService,
    private readonly seats: KnownSeatsReader,
  ) {}

  /** Imports a file of contacts, and then the reporting lines to people who come later in it. */
  async importRows(ready: ReadySource, run: ImportRun): Promise<void> {
    const open = new Set<number>();
    const toInput = (values: RowValues) => stakeholderOf(values, ready.ids);
    await streamRows<StakeholderRow>(ready, run, {
      toInput: (values) => {
        const row = toInput(values);
        if (row.ok) warnOfDomain(row.input, values, ready, run);
        return row;
      },
      identity: ({ external }) => external ?? null,
      write: (rows) =>
        this.place(rows, (placed) => withoutOpenReferences(placed, 'reportsTo', open, this.write)),
      beginsEarly: true,
    });
    await streamReferences<StakeholderRow>(ready, run, open, {
      toInput,
      write: (rows) =>
        this.place(rows, (placed) =>
          this.write(
            placed.map(({ input: { id, external, account, reportsTo } }) => ({
              id,
              external,
              account,
              reportsTo,
            })),
          ),
        ),
    });
  }

  private readonly write = (inputs: readonly StakeholderInput[]): Promise<ItemOutcome[]> =>
    this.stakeholders.writeStakeholders(inputs, false, StatedBy.FIELD);

  /** Finds the seat of rows that do not say their account or their id; those that cannot be placed are refused. */
  private async place(
    rows: readonly WritableRow<StakeholderRow>[],
    write: (rows: readonly WritableRow<StakeholderInput>[]) => Promise<ItemOutcome[]>,
  ): Promise<ItemOutcome[]> {
    const incomplete = rows.map(({ input }) => input).filter(isIncomplete);
    // Whom they mean may be in the batch that is still being written.
    if (incomplete.length > 0) await comeToTurn();
    const seats = await this.seats.findSeats(incomplete);
    const placed = rows.map((row, index) => placeRow(row, index, seats));
    return writePlaced(placed, write);
  }
}

function placeRow(
  row: WritableRow<StakeholderRow>,
  index: number,
  seats: FoundSeats,
): Placed<WritableRow<StakeholderInput>> {
  const { account, ...stated } = row.input;
  if (account && stated.external) return { input: { ...row, input: { ...stated, account } } };
  const seat = seats.find(row.input);
  if ('reason' in seat) return { refused: refusedRow(index, seat.field, seat.reason) };
  const known = stated.external ? {} : { id: seat.id };
  return { input: { ...row, input: { ...stated, ...known, account: account ?? { id: seat.accountId } } } };
}

function isIncomplete({ account, external }: StakeholderRow): boolean {
  return account === null || !external;
}

/** A company id counts more than a mail domain, which may be private or that of a parent company. */
function warnOfDomain(
  { account, email }: StakeholderRow,
  { line }: RowValues,
  { tally }: ReadySource,
  run: ImportRun,
): void {
  const domain = account && run.domains.get(externalKey(account.external));
  const own = email?.split('@').at(-1)?.toLowerCase();
  if (!domain || !own || own === domain || own.endsWith(`.${domain}`)) return;
  tally.warn('DOMAIN_DISAGREES', line, `${email ?? ''} at ${domain}`);
}
