import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import { millisecondsNow } from './clock.js';

const BYTES = 16;

/** Random bytes for 256 ids: to ask the system for them costs more than all else about an id. */
const random = new Uint8Array(BYTES * 256);
let used = random.length;

/** Those of the id that is being made; one piece of memory for all, as an import makes hundreds of thousands. */
const own = new Uint8Array(BYTES);
const ownNumbers = new DataView(own.buffer);

/** The latest id's millisecond, and its number among those of that millisecond, which begins anywhere. */
let msecs = 0;
let seq = 0;

/** A new id of ours, a UUIDv7: greater than every one that this process has made before. */
export function newId(): string {
  takeRandom();
  moveOn(millisecondsNow());
  return v7({ random: own, msecs, seq });
}

function takeRandom(): void {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  for (let byte = 0; byte < BYTES; byte += 1) own[byte] = random[used + byte] ?? 0;
  used += BYTES;
}

/** RFC 9562, section 6.2, method 1: a counter in the bits behind the time, which moves on where the counter has run out. */
function moveOn(now: number): void {
  if (now > msecs) {
    msecs = now;
    seq = ownNumbers.getUint32(0) >>> 1;
    return;
  }
  seq = (seq + 1) >>> 0;
  if (seq === 0) msecs += 1;
}
