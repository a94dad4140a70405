import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { EVERYTHING, type Asked } from '../common/asked/asked.js';
import { groupBy } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { notFound, type InputPath } from '../common/errors.js';
import type { Listing } from '../common/pages/listing.js';
import type { ExternalId, RefInput } from '../common/reference.types.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { accountConditions } from './account-filter.reader.js';
import { Account } from './account.entity.js';
import type { AccountFilter } from './accounts.inputs.js';
import type { StructureHeld } from './accounts.types.js';

/** The columns of an account as the API shows it; `a` names the table in the statement. */
export function accountColumns(asked: Asked = EVERYTHING): Sql {
  const annualValue = sql`CASE WHEN a.annual_amount IS NOT NULL
    THEN json_build_object('amount', a.annual_amount::text, 'currency', a.annual_currency) END`;
  return select(Account, 'a', asked, { annualValue });
}

@Injectable()
export class AccountsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** The account behind a reference, if it exists and the caller may see it. */
  async findAccount(ref: RefInput): Promise<Account | null> {
    const { tenantId } = this.transaction;
    const match = ref.external
      ? sql`a.id = (SELECT x.account_id FROM account_external_ids x WHERE x.tenant_id = ${tenantId}
          AND x.system = ${ref.external.system} AND x.external_id = ${ref.external.id})`
      : sql`a.id = ${ref.id}`;
    return this.transaction.one<Account>(
      sql`SELECT ${accountColumns()} FROM accounts a WHERE a.tenant_id = ${tenantId} AND ${match}`,
    );
  }

  async getAccount(ref: RefInput, path: InputPath): Promise<Account> {
    const account = await this.findAccount(ref);
    if (!account) throw notFound('Account', path);
    return account;
  }

  /** Accounts by id; those the caller may not see are missing. */
  async findAccounts(ids: readonly string[]): Promise<Map<string, Account>> {
    const rows = await this.transaction.query<Account>(
      sql`SELECT ${accountColumns()} FROM accounts a WHERE a.tenant_id = ${this.transaction.tenantId} AND a.id = ANY(${ids}::uuid[])`,
    );
    return new Map(rows.map((account) => [account.id, account]));
  }

  /** Accounts by name, then id. */
  listAccounts(page: PageArgs, filter: AccountFilter | null): Promise<Connection<Account>> {
    const { tenantId } = this.transaction;
    const listing: Listing = {
      name: 'accounts',
      columns: accountColumns(page.asked),
      from: filter?.standing
        ? sql`accounts a LEFT JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id`
        : sql`accounts a`,
      where: [sql`a.tenant_id = ${tenantId}`, ...accountConditions(filter, tenantId)],
      order: [
        { by: sql`a.name`, type: 'text' },
        { by: sql`a.id`, type: 'uuid' },
      ],
      direction: 'ASC',
    };
    return this.pages.list(listing, page);
  }

  /** The structures accounts were known by, oldest first; what changed beside the structure is left out. */
  async findStructuresHeld(accountIds: readonly string[]): Promise<Map<string, StructureHeld[]>> {
    const rows = await this.transaction.query<StructureHeld & { accountId: string }>(
      sql`SELECT h."accountId", h.structure, h.basis, h.since FROM (
            SELECT t.account_id AS "accountId", t.structure, t.structure_basis AS basis, t.recorded_at AS since, t.id,
              lag(t.structure || coalesce(t.structure_basis, '')) OVER known AS before
            FROM account_states t
            WHERE t.tenant_id = ${this.transaction.tenantId} AND t.account_id = ANY(${accountIds}::uuid[])
            WINDOW known AS (PARTITION BY t.account_id ORDER BY t.recorded_at, t.id)) h
          WHERE h.before IS DISTINCT FROM h.structure || coalesce(h.basis, '')
          ORDER BY h.since, h.id`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** The ids of accounts in other systems, by account. */
  async findExternalIds(accountIds: readonly string[]): Promise<Map<string, ExternalId[]>> {
    const rows = await this.transaction.query<{ accountId: string; ids: ExternalId[] }>(
      sql`SELECT x.account_id AS "accountId",
            json_agg(json_build_object('system', x.system, 'id', x.external_id) ORDER BY x.system, x.external_id) AS ids
          FROM account_external_ids x
          WHERE x.tenant_id = ${this.transaction.tenantId} AND x.account_id = ANY(${accountIds}::uuid[])
          GROUP BY x.account_id`,
    );
    return new Map(rows.map((row) => [row.accountId, row.ids]));
  }
}
