import type { CommitmentFact, Instant } from '../facts.js';
import { toFigure } from '../model/figures.js';
import { wilsonInterval } from '../model/wilson.js';
import { CommitmentStatus } from '../terms.js';
import { commitmentStatusAt, isKeptLate } from './commitment-status.js';

/** How well promises were kept. */
export interface PromiseKeeping {
  readonly open: number;
  /** Kept by the day they were due. */
  readonly kept: number;
  /** Kept, but later than promised. */
  readonly keptLate: number;
  readonly broken: number;
  /** Changed with the customer's consent before they were due: neither kept nor broken. */
  readonly renegotiated: number;
  /** Kept in time among those kept, kept late or broken, 0..1; null while there are none. */
  readonly rate: number | null;
  /** Lower end of the 95 % Wilson interval of the rate, 0..1. */
  readonly low: number | null;
  /** Upper end of the 95 % Wilson interval of the rate, 0..1. */
  readonly high: number | null;
}

/** One of our people's promises. */
export interface PromiseKeepingOf extends PromiseKeeping {
  /** Null for promises nobody is named for. */
  readonly ownerId: string | null;
}

const CREDIBILITY = 0.95;

/** How well these promises were kept by an instant: all of an account's, one person's, or any others. */
export function promiseKeeping(commitments: readonly CommitmentFact[], at: Instant): PromiseKeeping {
  const made = commitments.filter(({ madeAt }) => madeAt <= at);
  const count = (status: CommitmentStatus): number =>
    made.filter((commitment) => commitmentStatusAt(commitment, at) === status).length;
  const keptLate = made.filter((commitment) => isKeptLate(commitment, at)).length;
  const kept = count(CommitmentStatus.KEPT) - keptLate;
  const broken = count(CommitmentStatus.BROKEN);
  const judged = kept + keptLate + broken;
  const interval = wilsonInterval(kept, judged, CREDIBILITY);
  return {
    open: count(CommitmentStatus.OPEN),
    kept,
    keptLate,
    broken,
    renegotiated: count(CommitmentStatus.RENEGOTIATED),
    rate: judged === 0 ? null : toFigure(kept / judged),
    low: interval && toFigure(interval.low),
    high: interval && toFigure(interval.high),
  };
}

/** The same for each of our people, in the order of their ids; promises nobody is named for come last. */
export function promiseKeepingByOwner(
  commitments: readonly CommitmentFact[],
  at: Instant,
): PromiseKeepingOf[] {
  const named = commitments.flatMap(({ ownerId }) => ownerId ?? []);
  const isAnyOwnerless = commitments.some(({ ownerId }) => ownerId === null);
  const owners = [...[...new Set(named)].sort(), ...(isAnyOwnerless ? [null] : [])];
  return owners.map((ownerId) => ({
    ownerId,
    ...promiseKeeping(
      commitments.filter((commitment) => commitment.ownerId === ownerId),
      at,
    ),
  }));
}
