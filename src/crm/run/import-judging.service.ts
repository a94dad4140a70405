import { Injectable } from '@nestjs/common';
import { JudgingBatchesService } from '../../assessment/sweep/judging-batches.service.js';
import { WaitingAccountsService } from '../../assessment/waiting/waiting-accounts.service.js';
import type { TenantScope } from '../../database/tenant-scope.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { ImportProgress, JudgingReport } from '../import-report.types.js';

/** Judges what an import wrote about, once everything is in. */
@Injectable()
export class ImportJudgingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly batches: JudgingBatchesService,
    private readonly waiting: WaitingAccountsService,
  ) {}

  /**
   * Judges every account of the tenant that waits for it, also those that an earlier import left when it was killed. A
   * failure is told and not thrown: the rows are in, and whoever could not be judged goes on waiting for the sweep.
   */
  async judge(tenantId: string, onProgress: (progress: ImportProgress) => void): Promise<JudgingReport> {
    const scope: TenantScope = { tenantId, ownerId: null, access: 'write' };
    const count = async (): Promise<number> =>
      (await this.transaction.run(scope, () => this.waiting.count())).accounts;
    const all = await count();
    let judged = 0;
    const tell = (batch: number): void => {
      judged += batch;
      onProgress({
        file: null,
        rows: judged,
        share: Math.min(1, judged / Math.max(1, all)),
        pass: 'JUDGING',
      });
    };
    try {
      await this.batches.judgeWaiting(scope, tell);
      return { judged, waiting: await count(), failure: null };
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      return { judged, waiting: Math.max(0, all - judged), failure };
    }
  }
}
