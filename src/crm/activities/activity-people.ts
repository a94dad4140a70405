import type { RefInput } from '../../common/reference.types.js';
import type { RecordIds } from '../sources/record-ids.js';
import { splitList } from '../rows/read-cell.js';
import { faulty, type FieldFault, type RowValues } from '../rows/row-values.js';

/** People a row names: by ids, by e-mail addresses, or by both. */
export interface ActivityPeople {
  readonly refs: readonly RefInput[];
  readonly emails: readonly string[];
}

/** Reads whom a row names; several in one cell are separated by `;`. */
export function peopleOf(
  { values }: RowValues,
  ids: RecordIds,
  { field, emailField }: { readonly field: string; readonly emailField: string },
): ActivityPeople | FieldFault {
  const named = splitList(values.get(field) ?? '').map((text) => ids.read(text));
  const unknown = named.find((person) => !person.ok);
  if (unknown && !unknown.ok) return faulty(field, unknown.reason);
  return {
    refs: named.flatMap((person) => (person.ok ? [{ external: person.value }] : [])),
    emails: splitList(values.get(emailField) ?? ''),
  };
}
