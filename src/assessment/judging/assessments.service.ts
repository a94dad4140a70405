import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { lockAccounts } from '../../accounts/lock-accounts.js';
import { allDone } from '../../common/operation/all-done.js';
import { newId } from '../../common/new-id.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Flag } from '../flags/flag.entity.js';
import { FlagsService } from '../flags/flags.service.js';
import type { KnowledgeGap } from '../gaps/knowledge-gap.entity.js';
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
    const [, { judgements, facts, method, beside }] = await Promise.all([
      lockAccounts(this.transaction, accountIds),
      this.judging.judge<{ flags: Flag; gaps: KnowledgeGap }>(accountIds, {
        flags: this.flags.listOf(accountIds),
        gaps: this.gaps.listOf(accountIds),
      }),
    ]);
    await allDone([
      this.store(judgements),
      this.flags.follow(judgements, beside.flags, method.flags),
      this.gaps.refresh(facts, beside.gaps),
    ]);
  }

  /** Stores judgements, with a line in the history for each that differs from the one before, but for its time. */
  private async store(judgements: readonly Judgement[]): Promise<void> {
    if (judgements.length === 0) return;
    const { tenantId } = this.transaction;
    const rows = JSON.stringify(judgements.map((judgement) => asColumns(judgement, tenantId)));
    const accountIds = judgements.map(({ accountId }) => accountId);
    // Nothing is made of its answer, so the next statement, most often COMMIT, need not wait for it.
    await this.transaction.send(
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
          INSERT INTO assessment_changes (tenant_id, id, account_id, standing, risk, amount_at_risk, currency,
            deciding_levels, levels, divergence, reasons, assessed_at, method_version)
          SELECT j.tenant_id, n.id, j.account_id, j.standing, j.risk, j.amount_at_risk, j.currency,
            j.deciding_levels, j.levels, j.divergence, j.reasons, j.assessed_at, j.method_version
          FROM judged j
          JOIN unnest(${accountIds}::uuid[], ${accountIds.map(() => newId())}::uuid[]) AS n(account_id, id) ON n.account_id = j.account_id
          LEFT JOIN before b ON b.account_id = j.account_id
          LEFT JOIN settled w ON w.account_id = j.account_id
          WHERE (j.standing, j.risk, j.amount_at_risk, j.currency, j.deciding_levels, j.levels, j.divergence, j.reasons, j.method_version)
            IS DISTINCT FROM (coalesce(w.standing_before, b.standing), b.risk, b.amount_at_risk, b.currency, b.deciding_levels, b.levels, b.divergence, b.reasons, b.method_version)`,
    );
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
