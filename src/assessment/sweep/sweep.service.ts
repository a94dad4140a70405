import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { AccessReader } from '../../access/access.reader.js';
import type { TenantScope } from '../../database/tenant-scope.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { AssessmentsService } from '../judging/assessments.service.js';
import { LevelMeansService } from './level-means.service.js';

/** Accounts judged in one transaction: small enough to hold up no writer for long. */
const BATCH = 200;

/** Is told, while a sweep goes on, how many accounts it has judged since the last time. */
export type SweepProgress = (judged: number) => void;

/** Judges anew what only time has changed: an answer grown old, a level gone silent. */
@Injectable()
export class SweepService {
  constructor(
    private readonly access: AccessReader,
    private readonly transaction: TenantTransaction,
    private readonly assessments: AssessmentsService,
    private readonly means: LevelMeansService,
  ) {}

  /**
   * Judges every account not judged since `due`, or since other weights came into force. Each batch is confirmed on its own, so after a kill the rest follows
   * at the next run, and instances that sweep at the same time share the work. Returns how many it judged.
   */
  async sweep(due: Instant, progress: SweepProgress = () => undefined): Promise<number> {
    let judged = 0;
    for (const scope of await this.scopes()) {
      if ((await this.transaction.run(scope, () => this.count(due))) > 0) {
        await this.transaction.run(scope, () => this.means.refresh());
        judged += await this.sweepTenant(scope, due, progress);
      }
    }
    return judged;
  }

  /** How many accounts, of all tenants, have not been judged since `due`. */
  async countWaiting(due: Instant): Promise<number> {
    let waiting = 0;
    for (const scope of await this.scopes())
      waiting += await this.transaction.run(scope, () => this.count(due));
    return waiting;
  }

  private async scopes(): Promise<TenantScope[]> {
    const tenantIds = await this.access.listTenants();
    return tenantIds.map((tenantId) => ({ tenantId, ownerId: null, access: 'write' }));
  }

  private async sweepTenant(scope: TenantScope, due: Instant, progress: SweepProgress): Promise<number> {
    let judged = 0;
    for (;;) {
      const batch = await this.transaction.run(scope, async () => {
        const ids = await this.claim(due);
        if (ids.length > 0) await this.assessments.refresh(ids);
        return ids.length;
      });
      if (batch === 0) return judged;
      judged += batch;
      progress(batch);
    }
  }

  private async count(due: Instant): Promise<number> {
    const row = await this.transaction.one<{ waiting: number }>(
      sql`SELECT count(*)::int AS waiting FROM assessments s
          WHERE s.tenant_id = ${this.transaction.tenantId} AND s.assessed_at < ${this.dueOrReweighted(due)}`,
    );
    return row?.waiting ?? 0;
  }

  /**
   * Accounts that nobody else is judging or writing to just now. Locking the assessment too makes PostgreSQL look again
   * whether it is still due, when another sweep confirmed it while this one was choosing.
   */
  private async claim(due: Instant): Promise<string[]> {
    const { tenantId } = this.transaction;
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT a.id FROM accounts a JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
          WHERE a.tenant_id = ${tenantId} AND s.assessed_at < ${this.dueOrReweighted(due)}
          ORDER BY s.assessed_at, a.id LIMIT ${BATCH} FOR NO KEY UPDATE OF a, s SKIP LOCKED`,
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
