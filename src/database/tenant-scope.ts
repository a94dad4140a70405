import type { Instant } from '../domain/facts.js';
import type { StatementLimit } from './connection/statement-limit.js';

/** Whose rows an operation may touch. The database enforces both ids by row level security. */
export interface TenantScope {
  tenantId: string;
  /** Only accounts of this user, and what hangs on them; null for all accounts of the tenant. */
  ownerId: string | null;
  access: 'read' | 'write';
  /** The instant at which the operation happens, for replaying a past; now when left out. */
  at?: Instant;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The scope itself. Throws unless its ids are UUIDs: they are written into the statement that opens a transaction. */
export function checkedScope(scope: TenantScope): TenantScope {
  const { tenantId, ownerId } = scope;
  if (!UUID.test(tenantId) || (ownerId !== null && !UUID.test(ownerId))) {
    throw new Error('The ids of a scope are UUIDs.');
  }
  return scope;
}

/**
 * Opens a transaction in which the policies show this tenant's rows, and of those only the owner's if there is one, and
 * in which no statement takes longer. The ids are checked, because several statements in one round trip take no
 * parameters. A statement is planned once for all values: everything is found by tenant and id or in the order of an
 * index, and planning anew for each value would cost more than carrying out.
 */
export function openingFor(
  { tenantId, ownerId, access }: TenantScope,
  { milliseconds }: StatementLimit,
): string {
  const mode = access === 'read' ? 'ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'READ WRITE';
  return `BEGIN ${mode}; SELECT set_config('app.tenant_id', '${tenantId}', true),
    set_config('app.owner_id', '${ownerId ?? ''}', true), set_config('statement_timeout', '${milliseconds}', true),
    set_config('plan_cache_mode', 'force_generic_plan', true);`;
}
