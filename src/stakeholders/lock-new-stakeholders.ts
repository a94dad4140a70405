import sql from 'sql-template-tag';
import type { TenantTransaction } from '../database/tenant-transaction.js';

/** Two writers that bring the same new external id at once would both create it: the second one waits here. */
export async function lockNewStakeholders(transaction: TenantTransaction): Promise<void> {
  await transaction.query(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`stakeholders:${transaction.tenantId}`}, 0))`,
  );
}
