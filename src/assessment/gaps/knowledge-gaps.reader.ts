import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Connection, PageArgs } from '../../common/connection.types.js';
import { when } from '../../common/pages.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { KnowledgeGap } from './knowledge-gap.entity.js';

@Injectable()
export class KnowledgeGapsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** Gaps over the base or of one account, the oldest first: those people have waited longest. */
  listGaps(page: PageArgs, accountId: string | null): Promise<Connection<KnowledgeGap>> {
    return this.pages.list(
      {
        name: 'knowledgeGaps',
        columns: select(KnowledgeGap, 'g'),
        from: sql`knowledge_gaps g JOIN accounts a ON a.tenant_id = g.tenant_id AND a.id = g.account_id`,
        where: [
          sql`g.tenant_id = ${this.transaction.tenantId}`,
          ...when(accountId, (id) => sql`g.account_id = ${id}`),
        ],
        order: [
          { by: sql`g.since`, type: 'timestamptz' },
          { by: sql`g.problem_id`, type: 'uuid' },
          { by: sql`g.level`, type: 'text' },
        ],
        direction: 'ASC',
      },
      page,
    );
  }
}
