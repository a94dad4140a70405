import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { lockAccounts } from '../../accounts/lock-accounts.js';
import { allDone } from '../../common/all-done.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { AssessmentChange } from '../assessment.entity.js';
import { FlagsService } from '../flags/flags.service.js';
import { KnowledgeGapsService } from '../gaps/knowledge-gaps.service.js';
import type { Judgement } from './judgement.reader.js';
import { JudgingService } from './judging.service.js';

/** Keeps the stored judgement of every account in step with what was recorded about it. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly judging: JudgingService,
    private readonly flags: FlagsService,
    private readonly gaps: KnowledgeGapsService,
  ) {}

  /** Judges these accounts anew by all that is recorded now; those that waited for it wait no more. */
  async refresh(accountIds: readonly string[]): Promise<void> {
    // The lock goes ahead on the same connection: what is read behind it is read after it was had.
    const [, { judgements, facts, method }] = await Promise.all([
      lockAccounts(this.transaction, accountIds),
      this.judging.judge(accountIds),
    ]);
    await allDone([
      this.keep(judgements),
      this.flags.follow(judgements, method.flags),
      this.gaps.refresh(facts),
    ]);
  }

  /** Stores judgements, with a line in the history for each that differs from the one before. */
  private async keep(judgements: readonly Judgement[]): Promise<void> {
    const changed = await this.store(judgements);
    await this.recordChanges(judgements.filter(({ accountId }) => changed.has(accountId)));
  }

  /** Stores judgements and returns the accounts whose judgement differs from the one before, but for its time. */
  private async store(judgements: readonly Judgement[]): Promise<Set<string>> {
    if (judgements.length === 0) return new Set();
    const { tenantId } = this.transaction;
    const rows = JSON.stringify(judgements.map((judgement) => asColumns(judgement, tenantId)));
    const changed = await this.transaction.query<{ accountId: string }>(
      sql`WITH judged AS (SELECT * FROM jsonb_populate_recordset(NULL::assessments, ${rows}::jsonb)),
          before AS (SELECT * FROM assessments s WHERE s.tenant_id = ${tenantId}
                       AND s.account_id IN (SELECT j.account_id FROM judged j)),
          stored AS (
            INSERT INTO assessments SELECT * FROM judged
            ON CONFLICT (tenant_id, account_id) DO UPDATE SET
              standing = excluded.standing, risk = excluded.risk, sort_value = excluded.sort_value,
              amount_at_risk = excluded.amount_at_risk, currency = excluded.currency,
              deciding_levels = excluded.deciding_levels, levels = excluded.levels, divergence = excluded.divergence,
              reasons = excluded.reasons, reason_codes = excluded.reason_codes,
              assessed_at = excluded.assessed_at, method_version = excluded.method_version),
          settled AS (
            DELETE FROM waiting_accounts w USING judged j WHERE w.tenant_id = ${tenantId} AND w.account_id = j.account_id
            RETURNING w.account_id, w.standing_before)
          SELECT j.account_id AS "accountId" FROM judged j LEFT JOIN before b ON b.account_id = j.account_id
          LEFT JOIN settled w ON w.account_id = j.account_id
          WHERE (j.standing, j.risk, j.amount_at_risk, j.currency, j.deciding_levels, j.levels, j.divergence, j.reasons, j.method_version)
            IS DISTINCT FROM (coalesce(w.standing_before, b.standing), b.risk, b.amount_at_risk, b.currency, b.deciding_levels, b.levels, b.divergence, b.reasons, b.method_version)`,
    );
    return new Set(changed.map(({ accountId }) => accountId));
  }

  private async recordChanges(judgements: readonly Judgement[]): Promise<void> {
    if (judgements.length === 0) return;
    const rows = judgements.map((judgement) => ({
      tenantId: this.transaction.tenantId,
      id: newId(),
      accountId: judgement.accountId,
      standing: judgement.standing,
      risk: judgement.risk,
      amountAtRisk: judgement.amountAtRisk,
      currency: judgement.currency,
      decidingLevels: judgement.decidingLevels,
      levels: judgement.levels,
      divergence: judgement.divergence,
      reasons: judgement.reasons,
      assessedAt: judgement.assessedAt,
      methodVersion: judgement.methodVersion,
    }));
    await this.transaction.query(insertRows(AssessmentChange, rows));
  }
}

function asColumns(judgement: Judgement, tenantId: string): Record<string, unknown> {
  return {
    tenant_id: tenantId,
    account_id: judgement.accountId,
    standing: judgement.standing,
    risk: judgement.risk,
    amount_at_risk: judgement.amountAtRisk,
    currency: judgement.currency,
    sort_value: judgement.sortValue,
    deciding_levels: judgement.decidingLevels,
    levels: judgement.levels,
    divergence: judgement.divergence,
    reasons: judgement.reasons,
    reason_codes: judgement.reasonCodes,
    assessed_at: judgement.assessedAt,
    method_version: judgement.methodVersion,
  };
}
