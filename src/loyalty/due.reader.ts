import sql, { type Sql } from 'sql-template-tag';
import { ownedBy } from '../accounts/account-filter.reader.js';
import type { Listing } from '../common/pages/listing.js';
import { when } from '../common/pages/pages.js';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import type { DuePage } from './due.types.js';

/** Rows of accounts, each with a day on which it is to be looked at again. */
export interface DatedRows {
  /** What the list is called in its cursors. */
  readonly name: string;
  /** Of the table by its short name `d`. */
  readonly columns: Sql;
  readonly table: Sql;
  /** The column with the day. */
  readonly day: Sql;
}

/** What is to be looked at, the longest due first. Accounts that are no longer with us are left out. */
export function dueListing(
  { name, columns, table, day }: DatedRows,
  { ownerEmail, before }: Pick<DuePage, 'ownerEmail' | 'before'>,
  { tenantId, today }: TenantTransaction,
): Listing {
  return {
    name,
    columns,
    from: sql`${table} d JOIN accounts a ON a.tenant_id = d.tenant_id AND a.id = d.account_id`,
    where: [
      sql`d.tenant_id = ${tenantId}`,
      before ? sql`d.${day} < ${before}` : sql`d.${day} <= ${today}`,
      sql`a.lost_on IS NULL`,
      ...when(ownerEmail, (email) => ownedBy(email, tenantId)),
    ],
    order: [
      { by: sql`d.${day}`, type: 'date' },
      { by: sql`d.id`, type: 'uuid' },
    ],
    direction: 'ASC',
  };
}
