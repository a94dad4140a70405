import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { readApiKey, secretMatches } from '../common/api-key.js';
import { select } from '../database/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { scopesOf } from '../domain/rights.js';
import type { Caller } from './actor.types.js';
import { ApiKey } from './api-key.entity.js';
import { User } from './user.entity.js';

/** Finds out who is calling. */
@Injectable()
export class AccessReader {
  constructor(
    private readonly transaction: TenantTransaction,
  ) {}

  /** The caller behind a key; null if the key is malformed, unknown, revoked or expired. */
  async findCaller(bearer: string): Promise<Caller | null> {
    const parts = readApiKey(bearer);
    if (!parts) return null;
    this.transaction.enter({ tenantId: parts.tenantId, ownerId: null, access: 'read' });
    const key = await this.transaction.one<ApiKey>(
      sql`SELECT ${select(ApiKey, 'k')} FROM api_keys k WHERE k.tenant_id = ${parts.tenantId} AND k.id = ${parts.keyId}`,
    );
    const user = key?.userId ? await this.findUser(parts.tenantId, key.userId) : null;
    await this.transaction.commit();
    if (!key || !secretMatches(parts.secret, key.secretHash) || this.isOver(key)) return null;
    const role = user?.role ?? null;
    return { tenantId: parts.tenantId, keyId: key.id, user, role, scopes: scopesOf(role, key.scopes) };
  }

  /** Our people by id. */
  async findUsers(ids: readonly string[]): Promise<Map<string, User>> {
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

  private findUser(tenantId: string, id: string): Promise<User | null> {
    return this.transaction.one<User>(
      sql`SELECT ${select(User, 'u')} FROM users u WHERE u.tenant_id = ${tenantId} AND u.id = ${id}`,
    );
  }

  private isOver(key: ApiKey): boolean {
    const now = this.transaction.now;
    return key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now);
  }
}
