import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import { millisecondsNow } from './clock.js';

const BYTES = 16;

/** Random bytes for 256 ids: to ask the system for them costs more than all else about an id. */
const random = new Uint8Array(BYTES * 256);
let used = random.length;

/** The latest id's millisecond and its number among those of that millisecond, which begins anywhere. */
let latest = { msecs: 0, seq: 0 };

/** A new id of ours, a UUIDv7: greater than every one that this process has made before. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const own = random.subarray(used, used + BYTES);
  used += BYTES;
  latest = following(latest, millisecondsNow(), own);
  return v7({ random: own, ...latest });
}

/** RFC 9562, section 6.2, method 1: a counter in the bits behind the time, which moves on where the counter has run out. */
function following(before: typeof latest, now: number, own: Uint8Array): typeof latest {
  if (now > before.msecs)
    return { msecs: now, seq: new DataView(own.buffer, own.byteOffset).getUint32(0) >>> 1 };
  const seq = (before.seq + 1) >>> 0;
  return { msecs: seq === 0 ? before.msecs + 1 : before.msecs, seq };
}
