import { Injectable } from '@nestjs/common';
import { InsightsService } from '../../advocacy/insights/insights.service.js';
import { TeachingsService } from '../../advocacy/teachings/teachings.service.js';
import type { ExternalIdInput, RefInput } from '../../common/reference.types.js';
import { KnownSeatsReader, type FoundSeats } from '../known-seats.reader.js';
import type { ActivityPeople } from './activity-people.js';
import { insightOf, type InsightRow } from './insight-row.js';
import { teachingOf, type TeachingRow } from './teaching-row.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { refusedRow, streamRows, type RowPass, type WritableRow } from '../run/row-stream.js';
import { writePlaced, type Placed } from '../writing/placed-rows.js';

const NOBODY = 'Nobody with this e-mail address is known, nor is among the imported files.';

/** A row that names people, some of them by their e-mail addresses. */
interface NamesPeople {
  readonly external: ExternalIdInput;
  readonly people: ActivityPeople;
}

/** Imports what we learned about customers and what we showed them. */
@Injectable()
export class ActivityRowsService {
  constructor(
    private readonly insights: InsightsService,
    private readonly teachings: TeachingsService,
    private readonly seats: KnownSeatsReader,
  ) {}

  /** Imports a file of insights. */
  async importInsights(ready: ReadySource, run: ImportRun): Promise<void> {
    await this.stream<InsightRow>(ready, run, {
      toInput: (values) => insightOf(values, ready.ids),
      write: async (rows) => {
        const found = await this.place(rows, 'heardFromEmail', (insight, heardFrom) => ({
          ...insight,
          heardFrom,
        }));
        return writePlaced(found, (inputs) => this.insights.writeInsights(inputs, false));
      },
    });
  }

  /** Imports a file of teaching activities. */
  async importTeachings(ready: ReadySource, run: ImportRun): Promise<void> {
    await this.stream<TeachingRow>(ready, run, {
      toInput: (values) => teachingOf(values, ready.ids),
      write: async (rows) => {
        const found = await this.place(rows, 'stakeholderEmail', (teaching, stakeholders) => ({
          ...teaching,
          stakeholders,
        }));
        return writePlaced(found, (inputs) => this.teachings.writeTeachings(inputs, false));
      },
    });
  }

  /** Says afterwards which rows were recorded before in other words. */
  private async stream<Row extends NamesPeople>(
    ready: ReadySource,
    run: ImportRun,
    { toInput, write }: Pick<RowPass<Row>, 'toInput' | 'write'>,
  ): Promise<void> {
    const differing = new Map<number, string>();
    await streamRows<Row>(ready, run, {
      toInput,
      identity: ({ external }) => external,
      write: async (rows) => {
        const outcomes = await write(rows);
        for (const [index, { row, input }] of rows.entries()) {
          if (outcomes[index]?.differs) differing.set(row.line, input.external.id);
        }
        return outcomes;
      },
    });
    for (const [line, id] of differing) ready.tally.warn('DIFFERS_FROM_RECORDED', line, id);
  }

  /** Finds whom the addresses of each row mean; a row with an address of nobody, or of several, is refused. */
  private async place<Row extends NamesPeople, Input>(
    rows: readonly WritableRow<Row>[],
    emailField: string,
    toInput: (row: Omit<Row, 'people'>, people: RefInput[]) => Input,
  ): Promise<Placed<Input>[]> {
    const emails = rows.flatMap(({ input }) => input.people.emails);
    const seats = await this.seats.findSeats(emails.map((email) => ({ email, account: null })));
    return rows.map(({ input: { people, ...row } }, index) => {
      const refs = refsOf(people, seats);
      return typeof refs === 'string'
        ? { refused: refusedRow(index, emailField, refs) }
        : { input: toInput(row, refs) };
    });
  }
}

/** References to everybody a row names, or why that cannot be told. */
function refsOf({ refs, emails }: ActivityPeople, seats: FoundSeats): RefInput[] | string {
  const found = emails.map((email) => seats.find({ email, account: null }));
  const fault = found.find((seat) => 'reason' in seat);
  if (fault && 'reason' in fault) return fault.field === 'email' ? fault.reason : NOBODY;
  return [...refs, ...found.flatMap((seat) => ('id' in seat ? [{ id: seat.id }] : []))];
}
