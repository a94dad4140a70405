import type { RecordTeachingInput } from '../../advocacy/teachings/teachings.inputs.js';
import type { ExternalIdInput } from '../../common/reference.types.js';
import type { InteractionOutcome, OurFunction } from '../../domain/terms.js';
import type { RecordIds } from '../sources/record-ids.js';
import { stated } from '../rows/account-row.js';
import { peopleOf, type ActivityPeople } from './activity-people.js';
import { faulty, mapped, type Mapped, type RowValues } from '../rows/row-values.js';

/** A teaching activity as a row states it. */
export type TeachingRow = Omit<RecordTeachingInput, 'external' | 'stakeholders'> & {
  readonly external: ExternalIdInput;
  readonly people: ActivityPeople;
};

/** Makes a teaching activity of a row. */
export function teachingOf(row: RowValues, ids: RecordIds): Mapped<TeachingRow> {
  const { values } = row;
  const id = ids.read(values.get('id') ?? '');
  if (!values.has('id') || !id.ok)
    return faulty('id', 'What was shown has no id, so it would be recorded again each time.');
  const named = values.get('account');
  if (named === undefined) return faulty('account', 'The row does not say at which account it was shown.');
  const account = ids.read(named);
  if (!account.ok) return faulty('account', account.reason);
  const topic = values.get('topic');
  if (topic === undefined) return faulty('topic', 'The row does not say what it was about.');
  const taughtAt = values.get('taughtAt');
  if (taughtAt === undefined) return faulty('taughtAt', 'The row does not say when it was shown.');
  const people = peopleOf(row, ids, { field: 'stakeholders', emailField: 'stakeholderEmail' });
  if ('reason' in people) return people;
  if (people.refs.length + people.emails.length === 0)
    return faulty('stakeholders', 'The row names nobody of the account who was shown it.');
  return mapped({
    external: id.value,
    account: { external: account.value },
    topic,
    taughtAt,
    ...stated<'ourFunction', OurFunction>(values, 'ourFunction'),
    ...stated<'response', InteractionOutcome>(values, 'response'),
    people,
  });
}
