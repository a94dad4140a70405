import { groupBy } from '../../../common/batching.js';

/** A fact with the account it is of. */
export type OfAccount<Fact> = Fact & { accountId: string };

/** Facts by the account they are of. */
export function byAccount<Fact extends OfAccount<object>>(facts: readonly Fact[]): Map<string, Fact[]> {
  return groupBy(facts, ({ accountId }) => accountId);
}
