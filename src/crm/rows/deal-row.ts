import type { ExternalIdInput } from '../../common/reference.types.js';
import { dealEventOf, type DealEvent } from '../loyalty/deal-event.js';
import type { RecordIds } from '../sources/record-ids.js';
import { currencyOf } from './account-row.js';
import { faulty, mapped, type Mapped, type RowValues } from './row-values.js';

/** A deal as a row states it. */
export interface DealRow {
  readonly account: ExternalIdInput;
  /** Null when it was not won or says no amount. */
  readonly won: { readonly closedOn: string; readonly amount: string; readonly currency: string } | null;
  /** What it tells of the loyalty of its account. */
  readonly event: DealEvent;
}

/** Makes a deal of a row. @param currency of amounts whose row names none. */
export function dealOf({ values }: RowValues, ids: RecordIds, currency: string): Mapped<DealRow> {
  const account = values.get('account');
  if (account === undefined) return faulty('account', 'The deal belongs to no account.');
  const id = ids.read(account);
  if (!id.ok) return faulty('account', id.reason);
  const event = dealEventOf(values, id.value, ids, currency);
  if (!event.ok) return event;
  const told = { account: id.value, event: event.input };
  const amount = values.get('amount');
  if (values.get('won') !== 'true' || amount === undefined) return mapped({ ...told, won: null });
  const closedOn = values.get('closedOn');
  if (closedOn === undefined) return faulty('closedOn', 'The deal is won, and the row does not say when.');
  if (amount.startsWith('-')) return faulty('amount', 'The amount of a deal is not negative.');
  return mapped({ ...told, won: { closedOn, amount, currency: currencyOf(values, currency) } });
}
