import { Operation } from './operation.js';

/** Stands for what an operation knows of its turn. */
const TURN = {};

interface Turn {
  /** Kept when the operation may write; null once it may. */
  comes: Promise<unknown> | null;
}

/** This operation goes side by side with another one: it may read, but writes only after what `before` promises. */
export function writeAfter(before: Promise<unknown>): void {
  turn().comes = before;
}

/** Whether the operation cannot write yet, so that it may be told something else when it can. */
export function isAheadOfTurn(): boolean {
  return turn().comes !== null;
}

/** Waits until the operation may write; every operation may at once that waits for none. Fails if the one before has. */
export async function comeToTurn(): Promise<void> {
  await turn().comes;
  turn().comes = null;
}

function turn(): Turn {
  return Operation.current().part<Turn>(TURN, () => ({ comes: null }));
}
