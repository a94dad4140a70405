import sql from 'sql-template-tag';
import type { TenantTransaction } from '../database/tenant-transaction.js';

/** Of two writers to one account the second waits here, and then sees what the first one recorded. */
export async function lockAccounts(
  transaction: TenantTransaction,
  accountIds: readonly string[],
): Promise<void> {
  await transaction.query(
    sql`SELECT a.id FROM accounts a WHERE a.tenant_id = ${transaction.tenantId}
        AND a.id = ANY(${accountIds}::uuid[]) ORDER BY a.id FOR NO KEY UPDATE`,
  );
}
