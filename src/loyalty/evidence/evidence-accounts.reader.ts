import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Account } from '../../accounts/account.entity.js';
import { accountColumns } from '../../accounts/accounts.reader.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { PagesReader } from '../../database/pages.reader.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';

/** Lists the accounts behind a count. */
@Injectable()
export class EvidenceAccountsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** By name, then id. */
  listAccounts(ids: readonly string[], page: PageArgs): Promise<Connection<Account>> {
    return this.pages.list<Account>(
      {
        name: 'evidenceAccounts',
        columns: accountColumns(),
        from: sql`accounts a`,
        where: [sql`a.tenant_id = ${this.transaction.tenantId}`, sql`a.id = ANY(${ids}::uuid[])`],
        order: [
          { by: sql`a.name`, type: 'text' },
          { by: sql`a.id`, type: 'uuid' },
        ],
        direction: 'ASC',
      },
      page,
    );
  }
}
