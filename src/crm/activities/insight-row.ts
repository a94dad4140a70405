import type { RecordInsightInput } from '../../advocacy/insights/insights.inputs.js';
import type { ExternalIdInput } from '../../common/reference.types.js';
import type { OurFunction } from '../../domain/terms.js';
import type { RecordIds } from '../sources/record-ids.js';
import { stated } from '../rows/account-row.js';
import { peopleOf, type ActivityPeople } from './activity-people.js';
import { faulty, mapped, type Mapped, type RowValues } from '../rows/row-values.js';

/** An insight as a row states it. */
export type InsightRow = Omit<RecordInsightInput, 'external' | 'heardFrom'> & {
  readonly external: ExternalIdInput;
  readonly people: ActivityPeople;
};

/** Makes an insight of a row. */
export function insightOf(row: RowValues, ids: RecordIds): Mapped<InsightRow> {
  const { values } = row;
  const id = ids.read(values.get('id') ?? '');
  if (!values.has('id') || !id.ok)
    return faulty('id', 'The insight has no id, so it would be recorded again each time.');
  const account = values.has('account') ? ids.read(values.get('account') ?? '') : null;
  if (account && !account.ok) return faulty('account', account.reason);
  const statement = values.get('statement');
  if (statement === undefined) return faulty('statement', 'The row does not say what was learned.');
  const ourFunction = values.get('ourFunction');
  if (ourFunction === undefined)
    return faulty('ourFunction', 'The row does not say which of our functions learned it.');
  const learnedAt = values.get('learnedAt');
  if (learnedAt === undefined) return faulty('learnedAt', 'The row does not say when it was learned.');
  const people = peopleOf(row, ids, { field: 'heardFrom', emailField: 'heardFromEmail' });
  if ('reason' in people) return people;
  return mapped({
    external: id.value,
    account: account && { external: account.value },
    ...stated(values, 'segment'),
    statement,
    ourFunction: ourFunction as OurFunction,
    learnedAt,
    people,
  });
}
