import type { AccountFilter } from '../accounts/accounts.inputs.js';
import { StrataError } from '../common/errors.js';
import { AccountKind } from '../domain/terms.js';

/** What a filter would choose customers by whose outcome is being looked at. */
const CHOSEN_BY_OUTCOME = ['standing', 'lost'] as const;

/**
 * INVALID_INPUT for a filter under which figures of who stays and who leaves would mislead: chosen by how they stand today,
 * the accounts that left would be missing, and everybody would seem to have stayed.
 */
export function refuseBiasedFilter(filter: AccountFilter | null | undefined): void {
  if (filter?.kind === AccountKind.INTERNAL)
    throw invalid('Departments of ours can neither stay nor leave: leave the kind out.', 'kind');
  for (const field of CHOSEN_BY_OUTCOME) {
    if (filter?.[field] !== null && filter?.[field] !== undefined)
      throw invalid('This would choose accounts by their outcome: leave it out.', field);
  }
}

function invalid(message: string, field: keyof AccountFilter): StrataError {
  return new StrataError('INVALID_INPUT', message, ['filter', field]);
}
