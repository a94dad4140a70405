import { isRejected } from '../../common/batch.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import type { WritableRow } from '../run/row-stream.js';

/**
 * Writes rows; one that is refused only for whom it refers to is written without that reference, and its line is noted
 * in `open`: the record referred to may come later in the file.
 */
export async function withoutOpenReferences<Field extends string, Input extends { [Key in Field]?: unknown }>(
  rows: readonly WritableRow<Input>[],
  field: Field,
  open: Set<number>,
  write: (inputs: readonly Input[]) => Promise<ItemOutcome[]>,
): Promise<ItemOutcome[]> {
  const outcomes = await write(rows.map(({ input }) => input));
  const refused = outcomes.filter((outcome) => isRejected(outcome) && outcome.error?.path[0] === field);
  if (refused.length === 0) return outcomes;
  const again = refused.flatMap(({ index }) => rows[index] ?? []);
  const second = await write(again.map(({ input }) => ({ ...input, [field]: undefined })));
  const merged = [...outcomes];
  for (const [position, outcome] of second.entries()) {
    const index = refused[position]?.index ?? 0;
    merged[index] = { ...outcome, index };
    const row = rows[index];
    if (row && !isRejected(outcome)) open.add(row.row.line);
  }
  return merged;
}
