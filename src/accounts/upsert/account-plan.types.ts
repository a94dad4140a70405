import type { StrataError } from '../../common/errors.js';
import type { AccountRecord } from '../../domain/map/account-record.js';
import type { Account } from '../account.entity.js';
import type { AccountInput } from '../accounts.inputs.js';

/** What one item will do to its account, or why it may not. */
export interface AccountPlan {
  index: number;
  input: AccountInput;
  id: string;
  before: Account | null;
  after: AccountRecord;
  /** The item brings an id in another system that the account does not have yet. */
  addsExternal: boolean;
}

/** An item that may not be written, and why. */
export interface RefusedAccount {
  index: number;
  refused: StrataError;
}

/** A plan, or the refusal of the item. */
export type PlannedAccount = AccountPlan | RefusedAccount;

/** Which account an item is about. */
export interface AccountTarget {
  index: number;
  input: AccountInput;
  id: string;
}
