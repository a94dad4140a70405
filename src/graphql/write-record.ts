import { Operation } from '../common/operation/operation.js';

const KEY = {};

/** Whether any mutation of this operation came through, so that there is something to confirm. */
export class WriteRecord {
  succeeded = false;

  static current(): WriteRecord {
    return Operation.current().part(KEY, () => new WriteRecord());
  }
}
