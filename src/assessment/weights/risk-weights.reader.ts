import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { RiskWeights } from './risk-weights.entity.js';

@Injectable()
export class RiskWeightsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** What came into force last; null while nothing but the weights as shipped ever was. */
  findLatest(): Promise<RiskWeights | null> {
    return this.transaction.one<RiskWeights>(
      sql`SELECT ${select(RiskWeights, 'w')} FROM risk_weights w
          WHERE w.tenant_id = ${this.transaction.tenantId} ORDER BY w.number DESC LIMIT 1`,
    );
  }

  /** Everything that ever came into force, latest first. */
  listHistory(page: PageArgs): Promise<Connection<RiskWeights>> {
    return this.pages.list(
      {
        name: 'riskWeights',
        columns: select(RiskWeights, 'w'),
        from: sql`risk_weights w`,
        where: [sql`w.tenant_id = ${this.transaction.tenantId}`],
        order: [{ by: sql`w.number`, type: 'numeric' }],
        direction: 'DESC',
      },
      page,
    );
  }

  /** How many accounts are still judged by the weights before the latest ones. */
  async countWaiting(): Promise<number> {
    const row = await this.transaction.one<{ waiting: number }>(
      sql`SELECT count(*)::int AS waiting FROM assessments s
          JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
          WHERE s.tenant_id = ${this.transaction.tenantId}
            AND s.assessed_at < (SELECT max(w.in_force_from) FROM risk_weights w WHERE w.tenant_id = ${this.transaction.tenantId})`,
    );
    return row?.waiting ?? 0;
  }
}
