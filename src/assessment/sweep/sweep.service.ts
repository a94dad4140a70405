import { Injectable } from '@nestjs/common';
import { AccessReader } from '../../access/access.reader.js';
import type { TenantScope } from '../../database/tenant-scope.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { JudgingBatchesService, type Backlog, type JudgingProgress } from './judging-batches.service.js';
import { LevelMeansService } from './level-means.service.js';

/** Judges anew what only time has changed (an answer grown old, a level gone silent), and what an import left behind. */
@Injectable()
export class SweepService {
  constructor(
    private readonly access: AccessReader,
    private readonly transaction: TenantTransaction,
    private readonly batches: JudgingBatchesService,
    private readonly means: LevelMeansService,
  ) {}

  /**
   * Judges every account not judged since `due`, or since other weights came into force, or since an import wrote about
   * it. Returns how many it judged.
   */
  async sweep(due: Instant, progress: JudgingProgress = () => undefined): Promise<number> {
    let judged = 0;
    for (const scope of await this.scopes()) {
      const { aged, imported } = await this.transaction.run(scope, () => this.batches.readBacklog(due));
      if (imported > 0) judged += await this.batches.judgeWaiting(scope, progress);
      if (aged === 0) continue;
      await this.transaction.run(scope, () => this.means.refresh());
      judged += await this.batches.judgeDue(scope, due, progress);
    }
    return judged;
  }

  /** What a sweep would have to judge now, of all tenants together. */
  async readBacklog(due: Instant): Promise<Backlog> {
    const sum: Backlog = { aged: 0, imported: 0, since: null };
    for (const scope of await this.scopes()) {
      const { aged, imported, since } = await this.transaction.run(scope, () =>
        this.batches.readBacklog(due),
      );
      sum.aged += aged;
      sum.imported += imported;
      if (since !== null && (sum.since === null || since < sum.since)) sum.since = since;
    }
    return sum;
  }

  private async scopes(): Promise<TenantScope[]> {
    const tenantIds = await this.access.listTenants();
    return tenantIds.map((tenantId) => ({ tenantId, ownerId: null, access: 'write' }));
  }
}
