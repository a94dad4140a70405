import type { CalendarDate } from '../facts.js';
import { orElse } from './record.js';
import { AccountKind, Basis, OrganisationStructure, StatedBy } from '../terms.js';

/** What is kept of an account, apart from its ids and version. */
export interface AccountRecord {
  readonly name: string;
  readonly kind: AccountKind;
  readonly structure: OrganisationStructure;
  readonly structureBasis: Basis | null;
  readonly structureStatedBy: StatedBy | null;
  readonly segment: string | null;
  readonly annualAmount: string | null;
  readonly annualCurrency: string | null;
  readonly renewalOn: CalendarDate | null;
  readonly ownerId: string | null;
  readonly parentId: string | null;
}

/** What somebody says about an account; undefined leaves it as it is, null clears it. */
export interface AccountStatement {
  readonly name?: string | null;
  readonly kind?: AccountKind | null;
  readonly structure?: OrganisationStructure | null;
  readonly segment?: string | null;
  readonly annualValue?: { readonly amount: string; readonly currency: string } | null;
  readonly renewalOn?: CalendarDate | null;
  readonly ownerId?: string | null;
  readonly parentId?: string | null;
}

const NEW_ACCOUNT: Omit<AccountRecord, 'name'> = {
  kind: AccountKind.CUSTOMER,
  structure: OrganisationStructure.UNKNOWN,
  structureBasis: null,
  structureStatedBy: null,
  segment: null,
  annualAmount: null,
  annualCurrency: null,
  renewalOn: null,
  ownerId: null,
  parentId: null,
};

/** The account after a statement about it; null when a new one would have no name. */
export function accountAfter(
  before: AccountRecord | null,
  said: AccountStatement,
  statedBy: StatedBy,
): AccountRecord | null {
  const name = said.name ?? before?.name;
  if (name === undefined) return null;
  const base = { ...NEW_ACCOUNT, ...before };
  return {
    name,
    kind: said.kind ?? base.kind,
    ...structureAfter(base, said.structure, statedBy),
    segment: orElse(said.segment, base.segment),
    ...amountAfter(base, said.annualValue),
    renewalOn: orElse(said.renewalOn, base.renewalOn),
    ownerId: orElse(said.ownerId, base.ownerId),
    parentId: orElse(said.parentId, base.parentId),
  };
}

/** Whether it is a department of ours with an annual value: what departments are to each other is no revenue. */
export function isValuedDepartment({
  kind,
  annualAmount,
}: Pick<AccountRecord, 'kind' | 'annualAmount'>): boolean {
  return kind === AccountKind.INTERNAL && annualAmount !== null;
}

type Structure = Pick<AccountRecord, 'structure' | 'structureBasis' | 'structureStatedBy'>;

/** A field never overwrites what a person stated. */
function structureAfter(
  before: Structure,
  said: OrganisationStructure | null | undefined,
  statedBy: StatedBy,
): Structure {
  const outranked = statedBy === StatedBy.FIELD && before.structureStatedBy === StatedBy.PERSON;
  if (said === undefined || outranked) return pickStructure(before);
  const structure = said ?? OrganisationStructure.UNKNOWN;
  if (structure === OrganisationStructure.UNKNOWN) {
    return { structure, structureBasis: null, structureStatedBy: null };
  }
  return { structure, structureBasis: Basis.STATED, structureStatedBy: statedBy };
}

function pickStructure({ structure, structureBasis, structureStatedBy }: Structure): Structure {
  return { structure, structureBasis, structureStatedBy };
}

function amountAfter(
  before: Pick<AccountRecord, 'annualAmount' | 'annualCurrency'>,
  said: AccountStatement['annualValue'],
): Pick<AccountRecord, 'annualAmount' | 'annualCurrency'> {
  if (said === undefined) return { annualAmount: before.annualAmount, annualCurrency: before.annualCurrency };
  if (said === null) return { annualAmount: null, annualCurrency: null };
  const same = before.annualAmount !== null && Number(before.annualAmount) === Number(said.amount);
  return { annualAmount: same ? before.annualAmount : said.amount, annualCurrency: said.currency };
}
