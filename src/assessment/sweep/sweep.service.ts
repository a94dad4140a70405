import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessReader } from '../../access/access.reader.js';
import { TenantTransaction, type TenantScope } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { AssessmentsService } from '../judging/assessments.service.js';
import { LevelMeansService } from './level-means.service.js';

/** Accounts judged in one transaction: small enough to hold up no writer for long. */
const BATCH = 200;

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
   * Judges every account not judged since `due`. Each batch is confirmed on its own, so after a kill the rest follows
   * at the next run, and instances that sweep at the same time share the work. Returns how many it judged.
   */
  async sweep(due: Instant): Promise<number> {
    let judged = 0;
    for (const tenantId of await this.access.listTenants()) {
      const scope: TenantScope = { tenantId, ownerId: null, access: 'write' };
      if (await this.transaction.run(scope, () => this.isDue(due))) {
        await this.transaction.run(scope, () => this.means.refresh());
        judged += await this.sweepTenant(scope, due);
      }
    }
    return judged;
  }

  private async sweepTenant(scope: TenantScope, due: Instant): Promise<number> {
    let judged = 0;
    for (;;) {
      const batch = await this.transaction.run(scope, async () => {
        const ids = await this.claim(due);
        if (ids.length > 0) await this.assessments.refresh(ids);
        return ids.length;
      });
      if (batch === 0) return judged;
      judged += batch;
    }
  }

  private async isDue(due: Instant): Promise<boolean> {
    const row = await this.transaction.one(
      sql`SELECT s.account_id FROM assessments s WHERE s.tenant_id = ${this.transaction.tenantId} AND s.assessed_at < ${due} LIMIT 1`,
    );
    return row !== null;
  }

  /** Accounts that nobody else is judging or writing to just now. */
  private async claim(due: Instant): Promise<string[]> {
    const { tenantId } = this.transaction;
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT a.id FROM accounts a JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
          WHERE a.tenant_id = ${tenantId} AND s.assessed_at < ${due}
          ORDER BY s.assessed_at, a.id LIMIT ${BATCH} FOR NO KEY UPDATE OF a SKIP LOCKED`,
    );
    return rows.map(({ id }) => id);
  }
}
