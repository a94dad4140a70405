import type { ExternalIdInput } from '../../common/reference.types.js';
import type { AccountInput } from '../../accounts/accounts.inputs.js';
import type { AccountKind, OrganisationStructure } from '../../domain/terms.js';
import type { RecordIds } from '../sources/record-ids.js';
import { faulty, mapped, type Mapped, type RowValues } from './row-values.js';

/** An account as a row states it. */
export type AccountRow = AccountInput & {
  external: ExternalIdInput;
};

/** Makes an account of a row. @param currency of amounts whose row names none. */
export function accountOf({ values }: RowValues, ids: RecordIds, currency: string): Mapped<AccountRow> {
  const id = values.get('id');
  if (id === undefined) return faulty('id', 'The account has no id, so it could not be found again.');
  const external = ids.read(id);
  if (!external.ok) return faulty('id', external.reason);
  const parent = values.get('parent');
  const above = parent === undefined ? null : ids.read(parent);
  if (above && !above.ok) return faulty('parent', above.reason);
  const amount = values.get('annualValue');
  return mapped({
    external: external.value,
    ...stated(values, 'name'),
    ...stated(values, 'segment'),
    ...stated(values, 'renewalOn'),
    ...stated(values, 'ownerEmail'),
    ...stated<'kind', AccountKind>(values, 'kind'),
    ...stated<'structure', OrganisationStructure>(values, 'structure'),
    ...(amount !== undefined && { annualValue: { amount, currency: currencyOf(values, currency) } }),
    ...(above && { parent: { external: above.value } }),
  });
}

/** The field if the row states it, so that what a blank cell does not state stays as it is. */
export function stated<Field extends string, Word extends string = string>(
  values: ReadonlyMap<string, string>,
  field: Field,
): Partial<Record<Field, Word>> {
  const value = values.get(field);
  // The reader has checked a word of a choice against the choices.
  return value === undefined ? {} : ({ [field]: value } as Record<Field, Word>);
}

/** The currency of a row's amount: named in the cell, in a column, or the one that holds for all. */
export function currencyOf(values: ReadonlyMap<string, string>, otherwise: string): string {
  return values.get('amountCurrency') ?? values.get('currency')?.toUpperCase() ?? otherwise;
}
