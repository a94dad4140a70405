import type { ItemError } from '../../../common/upsert.types.js';
import { faulty, type FieldFault } from '../../rows/row-values.js';

/** The field that a part of an input was made of, where the two have different names. */
const FIELD_OF: Readonly<Record<string, string>> = {
  external: 'id',
  fullName: 'lastName',
};

const NOT_THERE: Readonly<Record<string, string>> = {
  account: 'No account with this id exists, nor is one among the imported files.',
  parent: 'No account with this id exists, nor is one among the imported files.',
  reportsTo: 'No contact with this id exists, nor is one among the imported files.',
  stakeholder: 'Nobody with this id exists, nor is among the imported files.',
  stakeholders: 'Nobody with this id exists, nor is among the imported files.',
  heardFrom: 'Nobody with this id exists, nor is among the imported files.',
  instrument: 'There is no instrument of this code. Define it first, or correct the code.',
};

/** A refusal of the service, told by field and in the words of an import. */
export function faultOf(error: ItemError): FieldFault {
  const path = error.path[0] === 'input' ? error.path.slice(1) : error.path;
  const part = path[0] ?? '';
  const field = part === 'annualValue' && path[1] === 'currency' ? 'currency' : (FIELD_OF[part] ?? part);
  const reason = error.code === 'NOT_FOUND' ? (NOT_THERE[part] ?? error.message) : error.message;
  return faulty(field, reason);
}
