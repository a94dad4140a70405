import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { externalKey, refKey, type ExternalIdInput, type RefInput } from '../common/reference.types.js';
import { externalIdRows } from '../database/statements/external-ids.js';

/** Finds many accounts by reference at once. */
@Injectable()
export class AccountReferencesReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Account ids by `refKey`; what does not exist or may not be seen is missing. */
  async findAccountIds(refs: readonly RefInput[]): Promise<Map<string, string>> {
    const ids = refs.flatMap((ref) => (ref.id ? [ref.id] : []));
    const externals = refs.flatMap((ref) => (ref.external ? [ref.external] : []));
    const { tenantId } = this.transaction;
    const found = new Map<string, string>();
    if (ids.length > 0) {
      const rows = await this.transaction.query<{ id: string }>(
        sql`SELECT a.id FROM accounts a WHERE a.tenant_id = ${tenantId} AND a.id = ANY(${ids}::uuid[])`,
      );
      for (const { id } of rows) found.set(refKey({ id }), id);
    }
    if (externals.length > 0) {
      const rows = await this.transaction.query<{ system: string; external: string; id: string }>(
        sql`SELECT x.system, x.external_id AS external, a.id
            FROM ${externalIdRows(externals)}
            JOIN account_external_ids x ON x.tenant_id = ${tenantId} AND x.system = w.system AND x.external_id = w.external_id
            JOIN accounts a ON a.tenant_id = x.tenant_id AND a.id = x.account_id`,
      );
      for (const { system, external, id } of rows) found.set(externalKey({ system, id: external }), id);
    }
    return found;
  }

  /** Which of these ids in other systems, by `externalKey`, belong to accounts the caller may not see. */
  async findHiddenExternals(externals: readonly ExternalIdInput[]): Promise<Set<string>> {
    const rows = await this.transaction.query<{ system: string; id: string }>(
      sql`SELECT x.system, x.external_id AS id
          FROM ${externalIdRows(externals)}
          JOIN account_external_ids x
            ON x.tenant_id = ${this.transaction.tenantId} AND x.system = w.system AND x.external_id = w.external_id
          LEFT JOIN accounts a ON a.tenant_id = x.tenant_id AND a.id = x.account_id
          WHERE a.id IS NULL`,
    );
    return new Set(rows.map(externalKey));
  }

  /** The segment of each account that has one. */
  async findSegments(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.transaction.query<{ id: string; segment: string }>(
      sql`SELECT a.id, a.segment FROM accounts a
          WHERE a.tenant_id = ${this.transaction.tenantId} AND a.id = ANY(${ids}::uuid[]) AND a.segment IS NOT NULL`,
    );
    return new Map(rows.map((row) => [row.id, row.segment]));
  }

  /** Who each account belongs to, upwards from the given ones: parent ids by account id. */
  async findParents(ids: readonly string[]): Promise<Map<string, string>> {
    const { tenantId } = this.transaction;
    const rows = await this.transaction.query<{ id: string; parentId: string }>(
      sql`WITH RECURSIVE up AS (
            SELECT a.id, a.parent_id FROM accounts a WHERE a.tenant_id = ${tenantId} AND a.id = ANY(${ids}::uuid[])
            UNION
            SELECT a.id, a.parent_id FROM accounts a JOIN up ON a.tenant_id = ${tenantId} AND a.id = up.parent_id)
          SELECT id, parent_id AS "parentId" FROM up WHERE parent_id IS NOT NULL`,
    );
    return new Map(rows.map((row) => [row.id, row.parentId]));
  }
}
