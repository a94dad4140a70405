import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound } from '../../common/errors.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { findLinkedStakeholders } from '../../stakeholders/stakeholders.reader.js';
import type { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
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
  findParticipants(teachingIds: readonly string[]): Promise<Map<string, Stakeholder[]>> {
    return findLinkedStakeholders(
      this.transaction,
      { table: sql`teaching_participants`, record: sql`teaching_id` },
      teachingIds,
    );
  }
}
