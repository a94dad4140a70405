import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { accountConditions } from '../accounts/account-filter.reader.js';
import type { AccountFilter } from '../accounts/accounts.inputs.js';
import { groupBy } from '../common/batching.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { riskBounds } from '../domain/base-at-risk.js';
import { Standing } from '../domain/judgement-terms.js';
import { AccountKind } from '../domain/terms.js';
import { BaseGrouping } from './at-risk.inputs.js';
import type { BaseAtRisk } from './base-at-risk.types.js';
import { MethodReader } from './judging/method.reader.js';

interface CountRow {
  group: string | null;
  standing: Standing;
  accounts: number;
  valued: number;
  value: string;
}

const GROUPS: Record<BaseGrouping, Sql> = {
  [BaseGrouping.NONE]: sql`NULL::text`,
  [BaseGrouping.SEGMENT]: sql`a.segment`,
  [BaseGrouping.OWNER]: sql`u.email`,
  [BaseGrouping.STRUCTURE]: sql`a.structure`,
};

@Injectable()
export class BaseAtRiskReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly methods: MethodReader,
  ) {}

  /** Counts stored standings, largest groups first. Only customers that are still with us, unless the filter says otherwise. */
  async readBase(filter: AccountFilter | null, grouping: BaseGrouping): Promise<BaseAtRisk[]> {
    const { tenantId } = this.transaction;
    const { reportingCurrency } = await this.methods.getMethod(this.transaction.now);
    const inCurrency = sql`a.annual_amount IS NOT NULL AND a.annual_currency = ${reportingCurrency}`;
    const where = [
      sql`a.tenant_id = ${tenantId}`,
      ...accountConditions(
        { ...filter, kind: filter?.kind ?? AccountKind.CUSTOMER, lost: filter?.lost ?? false },
        tenantId,
      ),
    ];
    const rows = await this.transaction.query<CountRow>(
      sql`SELECT x.grp AS "group", x.standing, count(*)::int AS accounts, count(x.amount)::int AS valued,
            coalesce(sum(x.amount), 0)::text AS value
          FROM (SELECT ${GROUPS[grouping]} AS grp, coalesce(s.standing, ${Standing.UNKNOWN}) AS standing,
                  CASE WHEN ${inCurrency} THEN a.annual_amount END AS amount
                FROM accounts a
                LEFT JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
                LEFT JOIN users u ON u.tenant_id = a.tenant_id AND u.id = a.owner_id
                WHERE ${join(where, ' AND ')}) x
          GROUP BY x.grp, x.standing`,
    );
    if (rows.length === 0 && grouping === BaseGrouping.NONE) return [rowOf(null, [], reportingCurrency)];
    return [...groupBy(rows, ({ group }) => JSON.stringify(group)).values()]
      .map((ofGroup) => rowOf(ofGroup[0]?.group ?? null, ofGroup, reportingCurrency))
      .sort((a, b) => accountsIn(b) - accountsIn(a) || (a.group ?? '').localeCompare(b.group ?? ''));
  }
}

function rowOf(group: string | null, rows: readonly CountRow[], currency: string): BaseAtRisk {
  const standings = Object.values(Standing).map((standing) => {
    const row = rows.find((candidate) => candidate.standing === standing);
    const value = row && row.valued > 0 ? { amount: row.value, currency } : null;
    return {
      standing,
      accounts: row?.accounts ?? 0,
      value,
      unvalued: (row?.accounts ?? 0) - (row?.valued ?? 0),
    };
  });
  const counts = standings.map((share) => ({ ...share, value: Number(share.value?.amount ?? 0) }));
  return { group, standings, ...riskBounds(counts) };
}

function accountsIn({ standings }: BaseAtRisk): number {
  return standings.reduce((total, { accounts }) => total + accounts, 0);
}
