import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { NIL } from 'uuid';
import { readApiKey, secretMatches } from '../common/api-key.js';
import { inJson } from '../database/statements/gathering.js';
import { select } from '../database/statements/rows.js';
import type { TenantScope } from '../database/tenant-scope.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { scopesOf } from '../domain/rights.js';
import type { Caller } from './actor.types.js';
import { ApiKey } from './api-key.entity.js';
import { User } from './user.entity.js';

/** The user behind a key as one JSON value, so that a key and its user come in one statement. */
const OWNER = sql`CASE WHEN u.id IS NOT NULL THEN json_build_object('tenantId', u.tenant_id, 'id', u.id, 'email', u.email,
  'name', u.name, 'function', u.function, 'role', u.role, 'createdAt', ${inJson(sql`u.created_at`)}) END`;

/** Finds out who is calling. */
@Injectable()
export class AccessReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * The caller behind a key, with the operation's transaction opened for them; null if the key is malformed, unknown,
   * revoked or expired. The key stands in the same snapshot as all that follows.
   */
  async findCaller(bearer: string, access: TenantScope['access']): Promise<Caller | null> {
    const parts = readApiKey(bearer);
    if (!parts) return null;
    const { tenantId, keyId } = parts;
    this.transaction.enter({ tenantId, ownerId: null, access });
    const found = await this.transaction.one<ApiKey & { owner: User | null }>(
      sql`SELECT ${select(ApiKey, 'k')}, ${OWNER} AS owner FROM api_keys k
          LEFT JOIN users u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
          WHERE k.tenant_id = ${tenantId} AND k.id = ${keyId}`,
    );
    if (!found || !secretMatches(parts.secret, found.secretHash) || this.isOver(found)) return null;
    const role = found.owner?.role ?? null;
    return { tenantId, keyId, user: found.owner, role, scopes: scopesOf(role, found.scopes) };
  }

  /** The tenants, oldest first, in an operation of its own: the directory is open to everybody, with nobody entered. */
  async listTenants(): Promise<string[]> {
    const nobody = { tenantId: NIL, ownerId: null, access: 'read' } as const;
    const tenants = await this.transaction.run(nobody, () =>
      this.transaction.query<{ id: string }>(sql`SELECT t.id FROM tenants t ORDER BY t.created_at, t.id`),
    );
    return tenants.map(({ id }) => id);
  }

  /** Our people by id. */
  async findUsers(ids: readonly string[]): Promise<Map<string, User>> {
    if (ids.length === 0) return new Map();
    const rows = await this.transaction.query<User>(
      sql`SELECT ${select(User, 'u')} FROM users u WHERE u.tenant_id = ${this.transaction.tenantId} AND u.id = ANY(${ids}::uuid[])`,
    );
    return new Map(rows.map((user) => [user.id, user]));
  }

  /** Our people by e-mail address, in lower case. */
  async findUsersByEmail(emails: readonly string[]): Promise<Map<string, User>> {
    const rows = await this.transaction.query<User>(
      sql`SELECT ${select(User, 'u')} FROM users u WHERE u.tenant_id = ${this.transaction.tenantId} AND u.email = ANY(${emails})`,
    );
    return new Map(rows.map((user) => [user.email, user]));
  }

  private isOver(key: ApiKey): boolean {
    const now = this.transaction.now;
    return key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now);
  }
}
