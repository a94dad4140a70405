import type { RefInput } from '../../common/reference.types.js';
import { external } from '../stories/contacts.js';
import type { SeatName } from './events.js';

/** How an account of the demo is referred to. */
export function accountRef(accountKey: string): RefInput {
  return { external: external(accountKey) };
}

/** How somebody at an account of the demo is referred to. */
export function seatRef(accountKey: string, seat: SeatName): RefInput {
  return { external: external(`${accountKey}-${seat}`) };
}

/** How a problem of the demo is referred to. */
export function problemRef(problem: string): RefInput {
  return { external: external(problem) };
}
