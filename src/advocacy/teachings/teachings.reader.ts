import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound } from '../../common/errors.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { stakeholderColumns, STAKEHOLDER_TABLES } from '../../stakeholders/stakeholders.reader.js';
import { Teaching } from './teaching.entity.js';

@Injectable()
export class TeachingsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  async getTeaching(id: string): Promise<Teaching> {
    const teaching = await this.transaction.one<Teaching>(
      sql`SELECT ${select(Teaching, 't')} FROM teachings t
          JOIN accounts a ON a.tenant_id = t.tenant_id AND a.id = t.account_id
          WHERE t.tenant_id = ${this.transaction.tenantId} AND t.id = ${id}`,
    );
    if (!teaching) throw notFound('Teaching', ['id']);
    return teaching;
  }

  /** What one account was shown, latest first. */
  listOfAccount(accountId: string, page: PageArgs): Promise<Connection<Teaching>> {
    return this.pages.listOf(
      {
        name: 'teachings',
        columns: select(Teaching, 't'),
        from: sql`teachings t`,
        where: [sql`t.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`t.taught_at`, type: 'timestamptz' },
          { by: sql`t.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`t.account_id`,
      accountId,
      page,
    );
  }

  /** To whom each was shown. */
  async findParticipants(teachingIds: readonly string[]): Promise<Map<string, Stakeholder[]>> {
    const rows = await this.transaction.query<Stakeholder & { teachingId: string }>(
      sql`SELECT x.teaching_id AS "teachingId", ${stakeholderColumns()}
          FROM teaching_participants x JOIN (${STAKEHOLDER_TABLES}) ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
          WHERE x.tenant_id = ${this.transaction.tenantId} AND x.teaching_id = ANY(${teachingIds}::uuid[])
          ORDER BY s.id`,
    );
    return groupBy(rows, ({ teachingId }) => teachingId);
  }
}
