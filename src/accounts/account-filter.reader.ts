import sql, { type Sql } from 'sql-template-tag';
import { when } from '../common/pages/pages.js';
import type { AccountFilter } from './accounts.inputs.js';

/** The conditions of a filter; `a` names the accounts and `s` their assessments in the statement. */
export function accountConditions(filter: AccountFilter | null | undefined, tenantId: string): Sql[] {
  return [
    ...when(filter?.ownerEmail, (email) => ownedBy(email, tenantId)),
    ...when(filter?.segment, (segment) => sql`a.segment = ${segment}`),
    ...when(filter?.structure, (structure) => sql`a.structure = ${structure}`),
    ...when(filter?.kind, (kind) => sql`a.kind = ${kind}`),
    ...when(filter?.standing, (standings) => sql`s.standing = ANY(${standings})`),
    ...when(filter?.lost, isLost),
    ...when(filter?.renewalBefore, (date) => sql`a.renewal_on < ${date}`),
    ...when(filter?.search, (text) => sql`a.name ILIKE ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`),
  ];
}

/** Accounts that are no longer with us, or only those that are. */
export function isLost(lost: boolean): Sql {
  return lost ? sql`a.lost_on IS NOT NULL` : sql`a.lost_on IS NULL`;
}

/** Accounts looked after by the one of our people with this address. */
export function ownedBy(email: string, tenantId: string): Sql {
  return sql`a.owner_id = (SELECT u.id FROM users u WHERE u.tenant_id = ${tenantId} AND u.email = ${email.toLowerCase()})`;
}
