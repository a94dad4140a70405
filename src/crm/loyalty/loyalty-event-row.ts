import { createHash } from 'node:crypto';
import { externalKey, type ExternalIdInput } from '../../common/reference.types.js';
import type { LoyaltyEventKind } from '../../domain/loyalty/terms.js';
import type { LoyaltyEventInput } from '../../loyalty/events/loyalty-events.inputs.js';
import { currencyOf, stated } from '../rows/account-row.js';
import { faulty, mapped, type Mapped, type RowValues } from '../rows/row-values.js';
import type { RecordIds } from '../sources/record-ids.js';

/** A loyalty event as a row states it. */
export type LoyaltyEventRow = LoyaltyEventInput & { readonly external: ExternalIdInput };

/** What is known of the file a row is in. */
export interface EventFile {
  readonly ids: RecordIds;
  /** Whose ids the rows carry. */
  readonly system: string;
  /** ISO 4217, of amounts whose row names none. */
  readonly currency: string;
}

/** Makes a loyalty event of a row. */
export function loyaltyEventOf({ values }: RowValues, file: EventFile): Mapped<LoyaltyEventRow> {
  const named = values.get('account');
  if (named === undefined) return faulty('account', 'The event belongs to no account.');
  const account = file.ids.read(named);
  if (!account.ok) return faulty('account', account.reason);
  const kind = values.get('kind') as LoyaltyEventKind | undefined;
  if (kind === undefined) return faulty('kind', 'The row does not say what happened.');
  const occurredOn = values.get('occurredOn');
  if (occurredOn === undefined) return faulty('occurredOn', 'The row does not say when it happened.');
  const own = values.has('id') ? file.ids.read(values.get('id') ?? '') : null;
  if (own && !own.ok) return faulty('id', own.reason);
  return mapped({
    external: own?.value ?? idOf(file.system, account.value, kind, occurredOn),
    account: { external: account.value },
    kind,
    occurredOn,
    ...amountOf(values, file.currency),
    ...stated(values, 'reason'),
  });
}

/** What a row says about an amount, whatever event it is about. */
export function amountOf(
  values: ReadonlyMap<string, string>,
  currency: string,
): Pick<LoyaltyEventInput, 'amount'> {
  const amount = values.get('amount');
  return amount === undefined ? {} : { amount: { amount, currency: currencyOf(values, currency) } };
}

/** An event without an id is what happened where and when: the same list imported again brings the same events. */
function idOf(
  system: string,
  account: ExternalIdInput,
  kind: LoyaltyEventKind,
  occurredOn: string,
): ExternalIdInput {
  const digest = createHash('sha256')
    .update(JSON.stringify([externalKey(account), kind, occurredOn]))
    .digest('hex');
  return { system, id: `loyalty-event:${digest}` };
}
