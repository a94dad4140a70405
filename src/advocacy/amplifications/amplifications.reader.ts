import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { Amplification } from './amplification.entity.js';
import { Ask } from './ask.entity.js';
import { Hearer } from './hearer.entity.js';

@Injectable()
export class AmplificationsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** When one account's advocates spoke, latest first. */
  listOfAccount(accountId: string, page: PageArgs): Promise<Connection<Amplification>> {
    return this.pages.listOf(
      {
        name: 'amplifications',
        columns: select(Amplification, 'm'),
        from: sql`amplifications m`,
        where: [sql`m.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`m.occurred_at`, type: 'timestamptz' },
          { by: sql`m.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`m.account_id`,
      accountId,
      page,
    );
  }

  /** What one person was asked for, latest first. */
  listAsksOf(stakeholderId: string, page: PageArgs): Promise<Connection<Ask>> {
    return this.pages.listOf(
      {
        name: 'asks',
        columns: select(Ask, 'k'),
        from: sql`asks k`,
        where: [sql`k.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`k.asked_at`, type: 'timestamptz' },
          { by: sql`k.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`k.stakeholder_id`,
      stakeholderId,
      page,
    );
  }

  /** Who heard each, in the order of their ids. */
  async findHearers(amplificationIds: readonly string[]): Promise<Map<string, Hearer[]>> {
    const rows = await this.transaction.query<Hearer>(
      sql`SELECT ${select(Hearer, 'h')} FROM hearers h
          WHERE h.tenant_id = ${this.transaction.tenantId} AND h.amplification_id = ANY(${amplificationIds}::uuid[])
          ORDER BY h.stakeholder_id`,
    );
    return groupBy(rows, ({ amplificationId }) => amplificationId);
  }
}
