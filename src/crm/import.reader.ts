import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { ExternalIdInput } from '../common/reference.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { CoverageReport, VanishedReport } from './import-report.types.js';

/** Records looked at in one statement. */
const PAGE = 5_000;
const MAX_EXAMPLES = 20;

interface KnownRecord {
  readonly externalId: string;
  readonly name: string;
  readonly account: string | null;
}

/** How many accounts there are, and at how many of them somebody is known. */
interface KnownAccounts {
  readonly accounts: number;
  readonly known: number;
  readonly operations: number;
  readonly management: number;
}

/** Reads what the report on an import tells beside the rows. */
@Injectable()
export class ImportReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The currency the tenant reports in: amounts that name none are in it. */
  async getCurrency(): Promise<string> {
    const found = await this.transaction.one<{ currency: string }>(
      sql`SELECT t.reporting_currency AS currency FROM tenant_settings t WHERE t.tenant_id = ${this.transaction.tenantId}`,
    );
    if (!found) throw new Error('Every tenant has settings.');
    return found.currency;
  }

  /** At how many accounts nobody is known, on the whole and by level; whose seat has ended is not counted. */
  async readCoverage(): Promise<CoverageReport> {
    const { tenantId } = this.transaction;
    const found = await this.transaction.one<KnownAccounts>(
      sql`SELECT (SELECT count(*)::int FROM accounts a WHERE a.tenant_id = ${tenantId}) AS accounts,
            count(DISTINCT s.account_id)::int AS known,
            count(DISTINCT s.account_id) FILTER (WHERE s.level = 'OPERATIONS')::int AS operations,
            count(DISTINCT s.account_id) FILTER (WHERE s.level = 'MANAGEMENT')::int AS management
          FROM stakeholders s WHERE s.tenant_id = ${tenantId} AND s.ended_on IS NULL`,
    );
    const { accounts = 0, known = 0, operations = 0, management = 0 } = found ?? {};
    return {
      accounts,
      nobodyKnown: accounts - known,
      nobodyInOperations: accounts - operations,
      nobodyInManagement: accounts - management,
    };
  }

  /** The records of a system that `isSeen` does not know; null when there are none. Nobody whose seat has ended. */
  async findVanished(
    kind: VanishedReport['kind'],
    system: string,
    isSeen: (id: ExternalIdInput) => boolean,
  ): Promise<VanishedReport | null> {
    const gone: KnownRecord[] = [];
    let count = 0;
    for (let after = ''; ;) {
      const page = await this.readKnown(kind, system, after);
      const missing = page.filter(({ externalId }) => !isSeen({ system, id: externalId }));
      count += missing.length;
      gone.push(...missing.slice(0, MAX_EXAMPLES - gone.length));
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = last.externalId;
    }
    return count === 0 ? null : { kind, system, count, examples: gone };
  }

  private readKnown(kind: VanishedReport['kind'], system: string, after: string): Promise<KnownRecord[]> {
    const { tenantId } = this.transaction;
    if (kind === 'accounts') {
      return this.transaction.query<KnownRecord>(
        sql`SELECT x.external_id AS "externalId", a.name, NULL AS account
            FROM account_external_ids x JOIN accounts a ON a.tenant_id = x.tenant_id AND a.id = x.account_id
            WHERE x.tenant_id = ${tenantId} AND x.system = ${system} AND x.external_id > ${after}
            ORDER BY x.external_id LIMIT ${PAGE}`,
      );
    }
    return this.transaction.query<KnownRecord>(
      sql`SELECT x.external_id AS "externalId", p.full_name AS name, a.name AS account
          FROM stakeholder_external_ids x
          JOIN stakeholders s ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id AND s.ended_on IS NULL
          JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
          JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
          WHERE x.tenant_id = ${tenantId} AND x.system = ${system} AND x.external_id > ${after}
          ORDER BY x.external_id LIMIT ${PAGE}`,
    );
  }
}
