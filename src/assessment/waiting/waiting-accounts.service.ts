import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { lockAccounts } from '../../accounts/lock-accounts.js';
import { allDone } from '../../common/operation/all-done.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { Standing } from '../../domain/judgement-terms.js';

/** How many accounts of a tenant wait, and since when the first of them does; null when none does. */
export interface Waiting {
  readonly accounts: number;
  readonly since: Instant | null;
}

/** Knows which accounts wait to be judged after an import. */
@Injectable()
export class WaitingAccountsService {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * Notes that these accounts wait. An account that was SAFE is not known to be so any more: until it is judged it
   * stands as UNKNOWN in every list and count, while all other standings stay as they were.
   */
  async note(accountIds: readonly string[]): Promise<void> {
    const { tenantId, now } = this.transaction;
    // Whoever judges one of them holds this lock too: what they judge by is then either all of this write or nothing.
    const locked = lockAccounts(this.transaction, accountIds);
    const noted = this.transaction.query(
      sql`WITH noted AS (
            INSERT INTO waiting_accounts (tenant_id, account_id, since, standing_before)
            SELECT a.tenant_id, a.id, ${now}, s.standing FROM accounts a
            LEFT JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
            WHERE a.tenant_id = ${tenantId} AND a.id = ANY(${accountIds}::uuid[])
            ON CONFLICT DO NOTHING
            RETURNING account_id, standing_before)
          UPDATE assessments s SET standing = ${Standing.UNKNOWN} FROM noted n
          WHERE s.tenant_id = ${tenantId} AND s.account_id = n.account_id AND n.standing_before = ${Standing.SAFE}`,
    );
    await allDone([locked, noted]);
  }

  /**
   * The next accounts that wait, by id, and locks them: those that somebody else judges or writes to just now are left
   * out. @param after the last id of the batch before.
   */
  async claim(after: string, most: number): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT a.id FROM waiting_accounts w JOIN accounts a ON a.tenant_id = w.tenant_id AND a.id = w.account_id
          WHERE w.tenant_id = ${this.transaction.tenantId} AND w.account_id > ${after}
          ORDER BY w.account_id LIMIT ${most} FOR NO KEY UPDATE OF a, w SKIP LOCKED`,
    );
    return rows.map(({ id }) => id);
  }

  /** How many of the tenant's accounts wait. */
  async count(): Promise<Waiting> {
    const row = await this.transaction.one<Waiting>(
      sql`SELECT count(*)::int AS accounts, min(w.since) AS since FROM waiting_accounts w
          WHERE w.tenant_id = ${this.transaction.tenantId}`,
    );
    return row ?? { accounts: 0, since: null };
  }
}
