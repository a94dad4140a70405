import sql from 'sql-template-tag';
import type { TenantTransaction } from '../database/tenant-transaction.js';

/** An API key as an operator may see it: everything but its secret. */
export interface KeyListed {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly userEmail: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** All keys of the tenant, newest first. */
export function listKeys(transaction: TenantTransaction): Promise<KeyListed[]> {
  return transaction.query<KeyListed>(
    sql`SELECT k.id, k.name, k.scopes, u.email AS "userEmail", k.created_at AS "createdAt", k.expires_at AS "expiresAt",
          k.revoked_at AS "revokedAt"
        FROM api_keys k LEFT JOIN users u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
        WHERE k.tenant_id = ${transaction.tenantId} ORDER BY k.created_at DESC, k.id DESC`,
  );
}
