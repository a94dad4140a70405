import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { externalKey, refKey, type ExternalIdInput, type RefInput } from '../../common/reference.types.js';
import { namedOutside } from './named-outside.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { personKey } from '../../domain/map/person.js';
import { externalIdRows } from '../../database/statements/external-ids.js';

/** Finds many stakeholders, and the people behind them, at once. */
@Injectable()
export class StakeholderReferencesReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Stakeholder ids by `refKey`; what does not exist or may not be seen is missing. */
  async findStakeholderIds(refs: readonly RefInput[]): Promise<Map<string, string>> {
    const ids = refs.flatMap((ref) => (ref.id ? [ref.id] : []));
    const externals = refs.flatMap((ref) => (ref.external ? [ref.external] : []));
    const { tenantId } = this.transaction;
    const found = new Map<string, string>();
    if (ids.length > 0) {
      const rows = await this.transaction.query<{ id: string }>(
        sql`SELECT s.id FROM stakeholders s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
            WHERE s.tenant_id = ${tenantId} AND s.id = ANY(${ids}::uuid[])`,
      );
      for (const { id } of rows) found.set(refKey({ id }), id);
    }
    if (externals.length > 0) {
      const rows = await this.transaction.query<{ system: string; external: string; id: string }>(
        sql`WITH chosen AS MATERIALIZED (${namedOutside(tenantId, externals)})
            SELECT x.system, x.external_id AS external, s.id FROM chosen x
            JOIN stakeholders s ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
            JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id`,
      );
      for (const { system, external, id } of rows) found.set(externalKey({ system, id: external }), id);
    }
    return found;
  }

  /** Which of these ids in other systems, by `externalKey`, belong to people of accounts the caller may not see. */
  async findHiddenExternals(externals: readonly ExternalIdInput[]): Promise<Set<string>> {
    const rows = await this.transaction.query<{ system: string; id: string }>(
      sql`SELECT x.system, x.external_id AS id
          FROM ${externalIdRows(externals)}
          JOIN stakeholder_external_ids x
            ON x.tenant_id = ${this.transaction.tenantId} AND x.system = w.system AND x.external_id = w.external_id
          JOIN stakeholders s ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
          LEFT JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
          WHERE a.id IS NULL`,
    );
    return new Set(rows.map(externalKey));
  }

  /** Whom each stakeholder reports to, upwards from the given ones: boss by stakeholder. */
  async findBosses(ids: readonly string[]): Promise<Map<string, string>> {
    const { tenantId } = this.transaction;
    const rows = await this.transaction.query<{ id: string; bossId: string }>(
      sql`WITH RECURSIVE up AS (
            SELECT s.id, s.reports_to_id FROM stakeholders s WHERE s.tenant_id = ${tenantId} AND s.id = ANY(${ids}::uuid[])
            UNION
            SELECT s.id, s.reports_to_id FROM stakeholders s JOIN up ON s.tenant_id = ${tenantId} AND s.id = up.reports_to_id)
          SELECT id, reports_to_id AS "bossId" FROM up WHERE reports_to_id IS NOT NULL`,
    );
    return new Map(rows.map((row) => [row.id, row.bossId]));
  }

  /** How many active people report to each of these stakeholders; nobody is missing from the map. */
  async countReports(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.transaction.query<{ id: string; reports: number }>(
      sql`SELECT s.reports_to_id AS id, count(*)::int AS reports FROM stakeholders s
          WHERE s.tenant_id = ${this.transaction.tenantId} AND s.reports_to_id = ANY(${ids}::uuid[]) AND s.ended_on IS NULL
          GROUP BY s.reports_to_id`,
    );
    return new Map(rows.map((row) => [row.id, row.reports]));
  }

  /** The people with these e-mail addresses, by name and address. */
  async findPeople(emails: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.transaction.query<{ id: string; fullName: string; email: string }>(
      sql`SELECT p.id, p.full_name AS "fullName", p.email FROM people p
          WHERE p.tenant_id = ${this.transaction.tenantId} AND p.email = ANY(${emails}) ORDER BY p.id DESC`,
    );
    return new Map(rows.map((row) => [personKey(row.fullName, row.email), row.id]));
  }
}
