import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { isLost } from '../../accounts/account-filter.reader.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { when } from '../../common/pages/pages.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountKind } from '../../domain/terms.js';
import { KnowledgeGap } from './knowledge-gap.entity.js';

@Injectable()
export class KnowledgeGapsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** Gaps over the base, without lost accounts, or of one account, the oldest first: those people have waited longest. */
  listGaps(
    page: PageArgs,
    accountId: string | null,
    kind: AccountKind | null = null,
  ): Promise<Connection<KnowledgeGap>> {
    return this.pages.list(
      {
        name: 'knowledgeGaps',
        columns: select(KnowledgeGap, 'g'),
        from: sql`knowledge_gaps g JOIN accounts a ON a.tenant_id = g.tenant_id AND a.id = g.account_id`,
        where: [
          sql`g.tenant_id = ${this.transaction.tenantId}`,
          accountId === null ? isLost(false) : sql`g.account_id = ${accountId}`,
          ...when(kind, (wanted) => sql`a.kind = ${wanted}`),
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
