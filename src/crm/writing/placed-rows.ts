import type { ItemOutcome } from '../../common/upsert.types.js';

/** What a row has become before it is written: something to write, or a refusal. */
export type Placed<Input> = { readonly input: Input } | { readonly refused: ItemOutcome };

/** Writes the rows that were not refused, and puts all outcomes into the order of the rows. */
export async function writePlaced<Input>(
  placed: readonly Placed<Input>[],
  write: (inputs: readonly Input[]) => Promise<ItemOutcome[]>,
): Promise<ItemOutcome[]> {
  const sound = placed.flatMap((item, index) => ('input' in item ? [{ index, input: item.input }] : []));
  const outcomes = await write(sound.map(({ input }) => input));
  const byIndex = new Map(outcomes.map((outcome) => [sound[outcome.index]?.index, outcome]));
  return placed.map((item, index) => {
    const outcome = 'refused' in item ? item.refused : byIndex.get(index);
    if (!outcome) throw new Error('Every row that is written has an outcome.');
    return { ...outcome, index };
  });
}
