import type { ExternalIdInput } from '../../common/reference.types.js';
import { LoyaltyEventKind } from '../../domain/loyalty/terms.js';
import { stated } from '../rows/account-row.js';
import { faulty, mapped, type Mapped } from '../rows/row-values.js';
import type { RecordIds } from '../sources/record-ids.js';
import { amountOf, type LoyaltyEventRow } from './loyalty-event-row.js';

/** What a deal tells of the loyalty of its account: an event, nothing, or one that could not be known again. */
export type DealEvent = LoyaltyEventRow | 'NOTHING' | 'WITHOUT_ID';

/**
 * A closed deal with a customer we have: won, it is the event of its type; a renewal that was not won is a loss. An
 * upgrade that did not come about says nothing, and neither does a deal that is still open.
 */
export function dealEventOf(
  values: ReadonlyMap<string, string>,
  account: ExternalIdInput,
  ids: RecordIds,
  currency: string,
): Mapped<DealEvent> {
  const kind = kindOf(values);
  if (kind === null) return mapped('NOTHING');
  const named = values.get('id');
  if (named === undefined) return mapped('WITHOUT_ID');
  const id = ids.read(named);
  if (!id.ok) return faulty('id', id.reason);
  const occurredOn = values.get('closedOn');
  if (occurredOn === undefined)
    return faulty('closedOn', 'The deal is closed, and the row does not say when.');
  const { amount } = amountOf(values, currency);
  if (amount?.amount.startsWith('-')) return faulty('amount', 'The amount of a deal is not negative.');
  return mapped({
    external: id.value,
    account: { external: account },
    kind,
    occurredOn,
    amount,
    ...stated(values, 'reason'),
  });
}

function kindOf(values: ReadonlyMap<string, string>): LoyaltyEventKind | null {
  const type = values.get('event') as LoyaltyEventKind | undefined;
  if (type === undefined) return null;
  if (values.get('won') === 'true') return type;
  const renewalLost = type === LoyaltyEventKind.RENEWED && values.get('closed') === 'true';
  return renewalLost ? LoyaltyEventKind.LOST : null;
}
