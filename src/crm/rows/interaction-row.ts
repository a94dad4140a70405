import type { ExternalIdInput } from '../../common/reference.types.js';
import type { Channel, InteractionOutcome, OurFunction } from '../../domain/terms.js';
import type { LogInteractionInput } from '../../interactions/interactions.inputs.js';
import type { RecordIds } from '../sources/record-ids.js';
import { stated } from './account-row.js';
import { splitList } from './read-cell.js';
import { faulty, mapped, type Mapped, type RowValues } from './row-values.js';

/** An interaction as a row states it; without an account it is that of the people who took part. */
export type InteractionRow = Omit<LogInteractionInput, 'account' | 'external'> & {
  readonly external: ExternalIdInput;
  readonly account: { readonly external: ExternalIdInput } | null;
};

/** Makes an interaction of a row. */
export function interactionOf({ values }: RowValues, ids: RecordIds): Mapped<InteractionRow> {
  const id = ids.read(values.get('id') ?? '');
  if (!values.has('id') || !id.ok)
    return faulty('id', 'The contact has no id, so it would be recorded again each time.');
  const occurredAt = values.get('occurredAt');
  if (occurredAt === undefined) return faulty('occurredAt', 'The row does not say when it took place.');
  const channel = values.get('channel');
  if (channel === undefined) return faulty('channel', 'The row does not say how they met.');
  const people = splitList(values.get('stakeholders') ?? '').map((text) => ids.read(text));
  if (people.length === 0)
    return faulty('stakeholders', 'The row names nobody of the account who took part.');
  const unknown = people.find((person) => !person.ok);
  if (unknown && !unknown.ok) return faulty('stakeholders', unknown.reason);
  const account = values.has('account') ? ids.read(values.get('account') ?? '') : null;
  if (account && !account.ok) return faulty('account', account.reason);
  const notes = [values.get('subject'), values.get('notes')]
    .filter((part) => part !== undefined)
    .join('\n\n');
  return mapped({
    external: id.value,
    account: account && { external: account.value },
    stakeholders: people.flatMap((person) => (person.ok ? [{ external: person.value }] : [])),
    channel: channel as Channel,
    occurredAt,
    ...(notes !== '' && { notes }),
    ...stated<'outcome', InteractionOutcome>(values, 'outcome'),
    ...stated<'ourFunction', OurFunction>(values, 'ourFunction'),
  });
}
