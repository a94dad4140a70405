import type { TenantScope } from '../tenant-scope.js';
import type { LogPosition } from './log-position.js';
import type { OpenTransaction } from './open-transaction.js';

/** What an operation has to do with the database. */
export interface OperationState {
  scope: TenantScope | null;
  open: Promise<OpenTransaction> | null;
  /** Whether the open transaction is one of the replica's. */
  atReplica: boolean;
  /** Accounts that were written to and are not judged yet. */
  touched: Set<string>;
  /** Where in the log the latest write ended; null before one, and where there is no replica to wait for it. */
  position: LogPosition | null;
  /** Whether its answer is settled: what comes later would open a transaction that nobody ends. */
  over: boolean;
}

/** Of an operation that has asked for nothing yet. */
export function untouched(): OperationState {
  return { scope: null, open: null, atReplica: false, touched: new Set(), position: null, over: false };
}
