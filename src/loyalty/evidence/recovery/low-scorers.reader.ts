import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { accountConditions } from '../../../accounts/account-filter.reader.js';
import type { AccountFilter } from '../../../accounts/accounts.inputs.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { Instant } from '../../../domain/facts.js';
import { daysBetween } from '../../../domain/instants.js';
import { EVIDENCE_METHOD } from '../../../domain/loyalty/evidence-method.js';
import {
  lowScorerGroup,
  type LowScorer,
  rescores,
  type Rescores,
} from '../../../domain/loyalty/recovery/rescores.js';
import { AccountKind, Provenance } from '../../../domain/terms.js';
import { LedgerReader } from '../../../problems/ledger/ledger.reader.js';

interface Row {
  accountId: string;
  stakeholderId: string;
  lowAt: Instant;
  nextScore: number | null;
  nextAt: Instant | null;
}

/** Follows people who gave a low answer to the next one they gave. */
@Injectable()
export class LowScorersReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly ledgers: LedgerReader,
  ) {}

  /** Everybody's first low answer and the next to the same instrument within a year, by what had been done in between. */
  async readRescores(filter: AccountFilter | null): Promise<Rescores> {
    const { now } = this.transaction;
    const rows = await this.readLowScorers(filter);
    const ledgers = await this.ledgers.readLedgers([...new Set(rows.map(({ accountId }) => accountId))], now);
    return rescores(
      rows.map((row) => {
        const scorer = lowScorer(row);
        const { problems = [], knowledge = [] } = ledgers.get(row.accountId) ?? {};
        return {
          group: lowScorerGroup(scorer, problems, knowledge, now),
          nextScore: scorer.next?.score ?? null,
        };
      }),
    );
  }

  private readLowScorers(filter: AccountFilter | null): Promise<Row[]> {
    const { tenantId, now } = this.transaction;
    const where = [
      sql`r.tenant_id = ${tenantId}`,
      sql`a.kind <> ${AccountKind.INTERNAL}`,
      sql`r.score IS NOT NULL AND r.provenance = ${Provenance.CUSTOMER_STATED} AND r.answered_at <= ${now}`,
      sql`NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)`,
      ...accountConditions(filter, tenantId),
    ];
    return this.transaction.query<Row>(
      sql`SELECT DISTINCT ON (q."stakeholderId") q."accountId", q."stakeholderId", q."lowAt", q."nextScore", q."nextAt"
          FROM (SELECT r.id, r.account_id AS "accountId", r.stakeholder_id AS "stakeholderId", r.score, r.answered_at AS "lowAt",
                  lead(r.score) OVER same AS "nextScore", lead(r.answered_at) OVER same AS "nextAt"
                FROM satisfaction_answers r
                JOIN accounts a ON a.tenant_id = r.tenant_id AND a.id = r.account_id
                LEFT JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
                WHERE ${join(where, ' AND ')}
                WINDOW same AS (PARTITION BY r.stakeholder_id, r.instrument ORDER BY r.answered_at, r.id)) q
          WHERE q.score < ${EVIDENCE_METHOD.lowBelow}
          ORDER BY q."stakeholderId", q."lowAt", q.id`,
    );
  }
}

function lowScorer({ stakeholderId, lowAt, nextScore, nextAt }: Row): LowScorer {
  const isFollowed =
    nextScore !== null && nextAt !== null && daysBetween(lowAt, nextAt) <= EVIDENCE_METHOD.days;
  return { stakeholderId, lowAt, next: isFollowed ? { score: nextScore, at: nextAt } : null };
}
