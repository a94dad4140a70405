import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { accountConditions } from '../../accounts/account-filter.reader.js';
import type { AccountFilter } from '../../accounts/accounts.inputs.js';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { type Answerers, askingEffect } from '../../domain/loyalty/evidence/asking.js';
import { askingInWords } from '../../domain/loyalty/evidence/wording/asking-sentence.js';
import { AccountKind, Provenance } from '../../domain/terms.js';
import type { AskingEffect } from './foresight.types.js';

interface Row extends Answerers {
  instrument: string;
  solicited: boolean;
}

/** Compares what people answered when they were asked with what they volunteered. */
@Injectable()
export class AskingReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Per instrument. Everybody counts once, with the mean of their own answers. */
  async readAsking(filter: AccountFilter | null): Promise<AskingEffect[]> {
    const { tenantId, now } = this.transaction;
    const where = [
      sql`r.tenant_id = ${tenantId}`,
      sql`a.kind <> ${AccountKind.INTERNAL}`,
      sql`r.score IS NOT NULL AND r.provenance = ${Provenance.CUSTOMER_STATED} AND r.answered_at <= ${now}`,
      sql`NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)`,
      ...accountConditions(filter, tenantId),
    ];
    const rows = await this.transaction.query<Row>(
      sql`SELECT p.instrument, p.solicited, count(*)::int AS n, sum(p.answers)::int AS answers,
            avg(p.mean) AS mean, coalesce(var_samp(p.mean), 0) AS variance
          FROM (SELECT r.instrument, r.solicited, r.stakeholder_id, count(*) AS answers, avg(r.score) AS mean
                FROM satisfaction_answers r
                JOIN accounts a ON a.tenant_id = r.tenant_id AND a.id = r.account_id
                LEFT JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
                WHERE ${join(where, ' AND ')}
                GROUP BY r.instrument, r.solicited, r.stakeholder_id) p
          GROUP BY p.instrument, p.solicited
          ORDER BY p.instrument`,
    );
    return [...groupBy(rows, ({ instrument }) => instrument)].map(([instrument, ways]) => {
      const way = (solicited: boolean): Row | null => ways.find((row) => row.solicited === solicited) ?? null;
      const effect = askingEffect(instrument, way(true), way(false));
      return { ...effect, reading: askingInWords(effect) };
    });
  }
}
