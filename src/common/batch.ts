import { StrataError } from './errors.js';
import { UpsertStatus, type ItemOutcome } from './upsert.types.js';

/** The most items one batch takes. */
export const MAX_BATCH_SIZE = 200;

/** One item of a batch with its place in the input. */
export interface Item<Input> {
  index: number;
  input: Input;
}

/** What became of some items, and those that are about a record another of them was about: they are written next. */
export interface WrittenItems<Input> {
  outcomes: ItemOutcome[];
  later: readonly Item<Input>[];
}

/** Writes at most one item about each record; the first item is never put off. */
export type WriteItems<Input> = (items: readonly Item<Input>[]) => Promise<WrittenItems<Input>>;

/** Thrown to undo an atomic batch, and caught where its results are made. */
class AtomicBatchRefused extends Error {
  constructor(readonly outcomes: ItemOutcome[]) {
    super('An item of an atomic batch was refused.');
  }
}

export function refuseLargeBatch(items: readonly unknown[], path: string): void {
  if (items.length <= MAX_BATCH_SIZE) return;
  throw new StrataError('LIMIT_EXCEEDED', 'Too many items: send them in several batches.', [path], {
    limit: MAX_BATCH_SIZE,
    sent: items.length,
  });
}

/**
 * Writes a batch. Items about the same record are written one after the other, so the last one wins; all others
 * together. A refused item spoils no other, unless the batch is atomic: then `undo` takes everything back.
 */
export async function writeBatch<Input>(
  inputs: readonly Input[],
  write: WriteItems<Input>,
  atomic: boolean,
  undo: (work: () => Promise<ItemOutcome[]>) => Promise<ItemOutcome[]>,
): Promise<ItemOutcome[]> {
  const work = async (): Promise<ItemOutcome[]> => {
    const outcomes: ItemOutcome[] = [];
    let left: readonly Item<Input>[] = inputs.map((input, index) => ({ index, input }));
    while (left.length > 0) {
      const written = await write(left);
      outcomes.push(...written.outcomes);
      left = written.later;
    }
    outcomes.sort((a, b) => a.index - b.index);
    if (atomic && outcomes.some(isRejected)) throw new AtomicBatchRefused(outcomes);
    return outcomes;
  };
  if (!atomic) return work();
  try {
    return await undo(work);
  } catch (error) {
    if (error instanceof AtomicBatchRefused) return error.outcomes.map(takenBack);
    throw error;
  }
}

/** The places of the items about a record that an item before them is about. `recordsOf` names what an item is about. */
export function followersOf<Placed extends { index: number }>(
  items: readonly Placed[],
  recordsOf: (item: Placed) => readonly string[],
): Set<number> {
  const seen = new Set<string>();
  const followers = items.filter((item) => {
    const records = recordsOf(item);
    const follows = records.some((record) => seen.has(record));
    for (const record of records) seen.add(record);
    return follows;
  });
  return new Set(followers.map(({ index }) => index));
}

/** An outcome that refuses an item for a reason the caller can act on. */
export function rejected(index: number, error: StrataError): ItemOutcome {
  const { code, message, inputPath } = error;
  return { index, status: UpsertStatus.REJECTED, id: null, error: { code, message, path: [...inputPath] } };
}

export function isRejected(outcome: ItemOutcome): boolean {
  return outcome.status === UpsertStatus.REJECTED;
}

function takenBack(outcome: ItemOutcome): ItemOutcome {
  if (isRejected(outcome)) return outcome;
  return rejected(
    outcome.index,
    new StrataError('RULE_BROKEN', 'Not written: the batch is atomic and another item was refused.'),
  );
}
