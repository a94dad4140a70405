import type { IncomingHttpHeaders } from 'node:http';
import { StrataError } from '../common/errors.js';
import { isLogPosition, type LogPosition } from '../database/connection/log-position.js';

/** The header by which a reader allows the replica to answer; in the answer, who did: `replica` or `primary`. */
export const READ_HEADER = 'x-strata-read';

/** The header that says where a write ended in the database's log, and by which a reader asks to see that write. */
export const POSITION_HEADER = 'x-strata-position';

/** A reader's leave to be answered by the replica, once it has every write up to the position, if one is given. */
export interface ReplicaWish {
  position: LogPosition | undefined;
}

/** What these headers allow; null for the primary alone, as without them. INVALID_INPUT for any other word or position. */
export function readReplicaWish(headers: IncomingHttpHeaders): ReplicaWish | null {
  const source = headers[READ_HEADER] ?? 'primary';
  if (source === 'primary') return null;
  if (source !== 'replica') {
    throw new StrataError('INVALID_INPUT', 'The header x-strata-read is primary or replica.');
  }
  const position = headers[POSITION_HEADER];
  if (position !== undefined && !(typeof position === 'string' && isLogPosition(position))) {
    throw new StrataError(
      'INVALID_INPUT',
      'The header x-strata-position is sent as a write has answered it, such as 0/16B3748.',
    );
  }
  return { position };
}
