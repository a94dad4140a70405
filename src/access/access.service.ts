import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { hashSecret, newSecret, writeApiKey } from '../common/api-key.js';
import { StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import { Operation } from '../common/operation/operation.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Role, type Scope } from '../domain/rights.js';
import type { OurFunction } from '../domain/terms.js';
import type { Caller } from './actor.types.js';
import { ApiKey } from './api-key.entity.js';
import { User } from './user.entity.js';
import { AccessReader } from './access.reader.js';

/** How a key is made: for whom, for what, for how long. */
export interface NewApiKey {
  name: string;
  scopes: readonly Scope[];
  userId?: string | null;
  expiresAt?: string | null;
}

/** One of our people as an operator adds them. */
export interface NewUser {
  email: string;
  name: string;
  role: Role;
  function?: OurFunction | null;
}

/** Knows who is calling, and writes our people and their keys. */
@Injectable()
export class AccessService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: AccessReader,
  ) {}

  /** Opens an operation for a caller who is known already: a command, a job. */
  enter(caller: Caller, access: 'read' | 'write'): void {
    this.transaction.enter({ tenantId: caller.tenantId, ownerId: ownAccountsOf(caller), access });
    Operation.current().part(this, () => caller);
  }

  /** Opens an operation for whoever sent this key. UNAUTHENTICATED if it opens nothing. */
  async enterByKey(bearer: string | undefined, access: 'read' | 'write'): Promise<Caller> {
    const caller = bearer ? await this.reader.findCaller(bearer, access) : null;
    if (!caller) {
      throw new StrataError('UNAUTHENTICATED', 'Send a valid API key: Authorization: Bearer strata_...');
    }
    const ownerId = ownAccountsOf(caller);
    if (ownerId !== null) await this.transaction.narrowTo(ownerId);
    return Operation.current().part(this, () => caller);
  }

  /** Who is calling in this operation. */
  get caller(): Caller {
    return Operation.current().part<Caller>(this, () => {
      throw new Error('Nobody has entered this operation.');
    });
  }

  /** Makes a key and returns it whole; it cannot be read again afterwards. */
  async createKey({ name, scopes, userId = null, expiresAt = null }: NewApiKey): Promise<string> {
    const parts = { tenantId: this.transaction.tenantId, keyId: newId(), secret: newSecret() };
    const key = {
      tenantId: parts.tenantId,
      id: parts.keyId,
      name,
      secretHash: hashSecret(parts.secret),
      scopes: [...scopes],
      userId,
      expiresAt,
      createdAt: this.transaction.now,
    };
    await this.transaction.query(insertRows(ApiKey, [key]));
    return writeApiKey(parts);
  }

  /** From now on the key opens nothing. False if there is no such key or it was revoked before. */
  async revokeKey(keyId: string): Promise<boolean> {
    const revoked = await this.transaction.query(
      sql`UPDATE api_keys SET revoked_at = ${this.transaction.now}
          WHERE tenant_id = ${this.transaction.tenantId} AND id = ${keyId} AND revoked_at IS NULL RETURNING id`,
    );
    return revoked.length > 0;
  }

  /** Adds one of our people, or gives a known one this name, function and role. */
  async createUser({ email, name, role, function: inFunction = null }: NewUser): Promise<User> {
    const { tenantId } = this.transaction;
    const user: User = {
      tenantId,
      id: newId(),
      email: email.toLowerCase(),
      name,
      function: inFunction,
      role,
      createdAt: this.transaction.now,
    };
    await this.transaction.query(sql`${insertRows(User, [user])} ON CONFLICT (tenant_id, email) DO UPDATE
      SET name = excluded.name, function = excluded.function, role = excluded.role`);
    const stored = (await this.reader.findUsersByEmail([user.email])).get(user.email);
    if (!stored) throw new Error('A user that was just written cannot be read.');
    return stored;
  }

  /** Our people with these addresses; who is not known yet becomes an account manager named by the address. */
  async ensureUsers(emails: readonly string[]): Promise<Map<string, User>> {
    const wanted = [...new Set(emails.map((email) => email.toLowerCase()))];
    const known = await this.reader.findUsersByEmail(wanted);
    const missing = wanted.filter((email) => !known.has(email));
    if (missing.length === 0) return known;
    const createdAt = this.transaction.now;
    const { tenantId } = this.transaction;
    const rows = missing.map((email) => ({
      tenantId,
      id: newId(),
      email,
      name: email,
      role: Role.ACCOUNT_MANAGER,
      createdAt,
    }));
    await this.transaction.query(insertRows(User, rows, { skipTaken: true }));
    return this.reader.findUsersByEmail(wanted);
  }
}

/** An account manager sees their own accounts only; null for who sees all. */
function ownAccountsOf({ role, user }: Caller): string | null {
  return role === Role.ACCOUNT_MANAGER ? (user?.id ?? null) : null;
}
