import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { StrataError } from '../../common/errors.js';
import type { LossLookedAt } from '../../domain/loyalty/backtest/losses.js';

/** One page of losses that are all worked out already. INVALID_INPUT for a cursor of another list. */
export function pageOfLosses(
  losses: readonly LossLookedAt[],
  { first, after }: PageArgs,
): Connection<LossLookedAt> {
  const begin = after === null || after === undefined ? 0 : placeOf(after, losses) + 1;
  const edges = losses.slice(begin, begin + first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: begin + first < losses.length,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: Promise.resolve(losses.length),
  };
}

function placeOf(cursor: string, losses: readonly LossLookedAt[]): number {
  const place = losses.findIndex((loss) => cursorOf(loss) === cursor);
  if (place < 0)
    throw new StrataError('INVALID_INPUT', 'Not a cursor of this list: start again without it.', ['after']);
  return place;
}

function cursorOf({ lostOn, accountId }: LossLookedAt): string {
  return Buffer.from(JSON.stringify(['backtestLosses', lostOn, accountId])).toString('base64url');
}
