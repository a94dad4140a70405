import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { refKey } from '../../common/reference.types.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import type { SatisfactionAnswerInput } from '../../satisfaction/satisfaction.inputs.js';
import { SatisfactionService } from '../../satisfaction/satisfaction.service.js';
import { KnownSeatsReader, type FoundSeats } from '../known-seats.reader.js';
import { answerOf, type AnswerRow } from '../rows/answer-row.js';
import { writePlaced, type Placed } from './placed-rows.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { refusedRow, streamRows, type WritableRow } from '../run/row-stream.js';

/** Imports what people answered. */
@Injectable()
export class AnswerRowsService {
  constructor(
    private readonly satisfaction: SatisfactionService,
    private readonly seats: KnownSeatsReader,
  ) {}

  /** Imports a file of satisfaction answers. */
  async importRows(ready: ReadySource, run: ImportRun): Promise<void> {
    await streamRows<AnswerRow>(ready, run, {
      toInput: (values) => answerOf(values, ready.ids),
      identity: (input) => input.external ?? idOf(ready.source.system, input),
      write: (rows) => this.write(rows, ready.source.system),
    });
  }

  private async write(rows: readonly WritableRow<AnswerRow>[], system: string): Promise<ItemOutcome[]> {
    const emails = rows.flatMap(({ input: { by } }) =>
      'email' in by ? [{ email: by.email, account: null }] : [],
    );
    const seats = await this.seats.findSeats(emails);
    const placed = rows.map(({ input }, index) => placeRow(input, index, system, seats));
    return writePlaced(placed, (answers) => this.satisfaction.writeAnswers(answers, false));
  }
}

function placeRow(
  { by, external, ...rest }: AnswerRow,
  index: number,
  system: string,
  seats: FoundSeats,
): Placed<SatisfactionAnswerInput> {
  const own = external ?? idOf(system, { by, ...rest });
  if ('external' in by) return { input: { ...rest, external: own, stakeholder: by } };
  const seat = seats.find({ email: by.email, account: null });
  if ('reason' in seat) return { refused: refusedRow(index, 'stakeholderEmail', seat.reason) };
  return { input: { ...rest, external: own, stakeholder: { id: seat.id } } };
}

/** An answer without an id is who answered what and when: the same survey imported again is the same answer. */
function idOf(
  system: string,
  { by, instrument, answeredAt }: Omit<AnswerRow, 'external'>,
): { system: string; id: string } {
  const who = 'email' in by ? by.email.toLowerCase() : refKey(by);
  const digest = createHash('sha256')
    .update(JSON.stringify([who, instrument, answeredAt]))
    .digest('hex');
  return { system, id: `answer:${digest}` };
}
