import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';

/** Knows which accounts are due to be judged for the time that went by, or for other weights. */
@Injectable()
export class DueAccountsService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** How many of the tenant's accounts were not judged since `due`, or since other weights came into force. */
  async count(due: Instant): Promise<number> {
    const row = await this.transaction.one<{ waiting: number }>(
      sql`SELECT count(*)::int AS waiting FROM assessments s
          WHERE s.tenant_id = ${this.transaction.tenantId} AND s.assessed_at < ${this.dueOrReweighted(due)}`,
    );
    return row?.waiting ?? 0;
  }

  /**
   * The next accounts by id that nobody else is judging or writing to just now. Locking the assessment too makes PostgreSQL
   * look again whether it is still due, when another sweep confirmed it while this one was choosing. By id, because the
   * oldest judgement first would mean sorting what is left of the tenant for every batch.
   * @param after the last id of the batches before.
   */
  async claim(due: Instant, after: string, most: number): Promise<string[]> {
    const { tenantId } = this.transaction;
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT s.account_id AS id FROM assessments s
          JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
          WHERE s.tenant_id = ${tenantId} AND s.account_id > ${after}
            AND s.assessed_at < ${this.dueOrReweighted(due)}
          ORDER BY s.account_id LIMIT ${most} FOR NO KEY UPDATE OF a, s SKIP LOCKED`,
    );
    return rows.map(({ id }) => id);
  }

  /** Whoever was judged before this is judged again. */
  private dueOrReweighted(due: Instant): Sql {
    const { tenantId } = this.transaction;
    return sql`greatest(${due}::timestamptz,
      (SELECT max(w.in_force_from) FROM risk_weights w WHERE w.tenant_id = ${tenantId}))`;
  }
}
