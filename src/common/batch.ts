import { StrataError } from './errors.js';
import { UpsertStatus, type ItemOutcome } from './upsert.types.js';

/** The most items one batch takes. */
export const MAX_BATCH_SIZE = 200;

/** One item of a batch with its place in the input. */
export interface Item<Input> {
  index: number;
  input: Input;
}

/** Writes some items that do not name the same record twice. */
export type WriteItems<Input> = (items: readonly Item<Input>[]) => Promise<ItemOutcome[]>;

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
 * Writes a batch. Items that name the same record are written one after the other, so the last one wins; all others
 * together. A refused item spoils no other, unless the batch is atomic: then `undo` takes everything back.
 */
export async function writeBatch<Input>(
  inputs: readonly Input[],
  identity: (input: Input) => string | null,
  write: WriteItems<Input>,
  atomic: boolean,
  undo: (work: () => Promise<ItemOutcome[]>) => Promise<ItemOutcome[]>,
): Promise<ItemOutcome[]> {
  const work = async (): Promise<ItemOutcome[]> => {
    const outcomes: ItemOutcome[] = [];
    for (const wave of wavesOf(inputs, identity)) outcomes.push(...(await write(wave)));
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

function wavesOf<Input>(inputs: readonly Input[], identity: (input: Input) => string | null): Item<Input>[][] {
  const waves: Item<Input>[][] = [];
  const seen = new Map<string, number>();
  inputs.forEach((input, index) => {
    const key = identity(input);
    const wave = key === null ? 0 : (seen.get(key) ?? -1) + 1;
    if (key !== null) seen.set(key, wave);
    (waves[wave] ??= []).push({ index, input });
  });
  return waves;
}
