import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { askingAlso, EVERYTHING, type Asked } from '../common/asked/asked.js';
import { keyBy } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Assessment, AssessmentChange } from './assessment.entity.js';

/** The value at risk as money; `row` names the stored judgement in the statement. */
function valueAtRisk(row: Sql): Record<string, Sql> {
  return {
    valueAtRisk: sql`CASE WHEN ${row}.amount_at_risk IS NOT NULL
      THEN json_build_object('amount', ${row}.amount_at_risk::text, 'currency', ${row}.currency) END`,
  };
}

@Injectable()
export class AssessmentsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** The stored assessments of accounts, by account; one that waits since an import is missing, as if never judged. */
  async findAssessments(
    accountIds: readonly string[],
    asked: Asked = EVERYTHING,
  ): Promise<Map<string, Assessment>> {
    const columns = select(Assessment, 's', askingAlso(asked, 'accountId'), valueAtRisk(sql`s`));
    const rows = await this.transaction.query<Assessment>(
      sql`SELECT ${columns} FROM assessments s
          JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
          WHERE s.tenant_id = ${this.transaction.tenantId} AND s.account_id = ANY(${accountIds}::uuid[])
            AND NOT EXISTS (SELECT FROM waiting_accounts w WHERE w.tenant_id = s.tenant_id AND w.account_id = s.account_id)`,
    );
    return keyBy(rows, ({ accountId }) => accountId);
  }

  /** How an account was judged over time, latest first: one row per change. */
  listHistory(accountId: string, page: PageArgs): Promise<Connection<Assessment>> {
    return this.pages.listOf(
      {
        name: 'assessmentHistory',
        columns: select(AssessmentChange, 'c', page.asked, valueAtRisk(sql`c`)),
        from: sql`assessment_changes c`,
        where: [sql`c.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`c.assessed_at`, type: 'timestamptz' },
          { by: sql`c.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`c.account_id`,
      accountId,
      page,
    );
  }
}
