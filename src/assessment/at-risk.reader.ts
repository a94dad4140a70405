import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Account } from '../accounts/account.entity.js';
import { isLost, ownedBy } from '../accounts/account-filter.reader.js';
import { accountColumns } from '../accounts/accounts.reader.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { when } from '../common/pages/pages.js';
import { PagesReader } from '../database/pages.reader.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Standing } from '../domain/judgement-terms.js';
import { AccountKind } from '../domain/terms.js';
import type { AtRiskFilter } from './at-risk.inputs.js';

@Injectable()
export class AtRiskReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** Customer accounts that are still with us, unless the lost ones are asked for, with most value at risk first; of equal value, the riskier. Reads stored assessments only. */
  listAtRisk(page: PageArgs, filter: AtRiskFilter | null): Promise<Connection<Account>> {
    const { tenantId } = this.transaction;
    const standings = filter?.standing ?? [Standing.AT_RISK];
    return this.pages.list(
      {
        name: 'atRiskAccounts',
        columns: accountColumns(page.asked),
        from: sql`assessments s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id`,
        where: [
          sql`s.tenant_id = ${tenantId}`,
          standings.length === 1 ? sql`s.standing = ${standings[0]}` : sql`s.standing = ANY(${standings})`,
          sql`a.kind = ${AccountKind.CUSTOMER}`,
          isLost(filter?.lost ?? false),
          ...when(filter?.ownerEmail, (email) => ownedBy(email, tenantId)),
          ...when(filter?.segment, (segment) => sql`a.segment = ${segment}`),
          ...when(filter?.structure, (structure) => sql`a.structure = ${structure}`),
          ...when(filter?.renewalBefore, (date) => sql`a.renewal_on < ${date}`),
          ...when(filter?.reasons, (codes) => sql`s.reason_codes && ${codes}::text[]`),
        ],
        order: [
          { by: sql`s.sort_value`, type: 'float8' },
          { by: sql`s.risk`, type: 'float8' },
          { by: sql`s.account_id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      page,
    );
  }
}
