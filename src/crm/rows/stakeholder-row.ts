import type { ExternalIdInput } from '../../common/reference.types.js';
import type { OrganisationLevel, StakeholderRole } from '../../domain/terms.js';
import type { StakeholderInput } from '../../stakeholders/stakeholders.inputs.js';
import type { RecordIds } from '../sources/record-ids.js';
import { stated } from './account-row.js';
import { splitList } from './read-cell.js';
import { faulty, mapped, type Mapped, type RowValues } from './row-values.js';

/** A stakeholder as a row states it. Without an id of its own it can only be one already known by its address. */
export type StakeholderRow = Omit<StakeholderInput, 'account'> & {
  readonly account: { readonly external: ExternalIdInput } | null;
};

/** Makes a stakeholder of a row. */
export function stakeholderOf({ values }: RowValues, ids: RecordIds): Mapped<StakeholderRow> {
  const read = (field: string) => {
    const text = values.get(field);
    if (text === undefined) return null;
    const id = ids.read(text);
    return id.ok ? { external: id.value } : faulty(field, id.reason);
  };
  const own = read('id');
  const account = read('account');
  const boss = read('reportsTo');
  for (const part of [own, account, boss]) if (part && 'reason' in part) return part;
  const fullName = fullNameOf(values);
  const roles = values.get('roles');
  return mapped({
    account: account && 'external' in account ? account : null,
    ...(own && 'external' in own && own),
    ...(fullName !== null && { fullName }),
    ...stated(values, 'email'),
    ...stated(values, 'title'),
    ...stated<'level', OrganisationLevel>(values, 'level'),
    ...(roles !== undefined && { roles: [...new Set(splitList(roles) as StakeholderRole[])] }),
    ...stated(values, 'startedOn'),
    ...stated(values, 'endedOn'),
    ...(boss && 'external' in boss && { reportsTo: boss }),
  });
}

/** First and last name come before a full name: every form of export has them, and they join the same everywhere. */
function fullNameOf(values: ReadonlyMap<string, string>): string | null {
  const last = values.get('lastName');
  const first = values.get('firstName');
  if (last !== undefined) return first === undefined ? last : `${first} ${last}`;
  return values.get('fullName') ?? first ?? null;
}
