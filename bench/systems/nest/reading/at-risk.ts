import { Assessment } from '../entities/assessment.entity.js';
import type { AtRiskFilter } from '../inputs.js';
import type { RequestContext } from '../request-context.js';
import type { AccountConnection } from './pages.js';

/** A page of assessments with their accounts, by value at risk. */
export async function listAtRisk(
  { manager, tenantId }: RequestContext,
  first: number,
  filter: AtRiskFilter,
  after: string | null,
): Promise<AccountConnection> {
  const query = manager
    .getRepository(Assessment)
    .createQueryBuilder('s')
    .innerJoinAndSelect('s.account', 'a')
    .where('s.tenantId = :tenantId AND s.standing IN (:...standing)', { tenantId, ...filter })
    .andWhere("a.kind = 'CUSTOMER'")
    .orderBy('s.sortValue', 'DESC')
    .addOrderBy('s.risk', 'DESC')
    .addOrderBy('s.accountId', 'DESC')
    .limit(first + 1);
  if (filter.segment) query.andWhere('a.segment = :segment', { segment: filter.segment });
  if (after) {
    const [, value, risk, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as string[];
    query.andWhere('(s.sortValue, s.risk, s.accountId) < (:value::float8, :risk::float8, :id::uuid)', {
      value,
      risk,
      id,
    });
  }
  const rows = await query.getMany();
  const shown = rows.slice(0, first);
  return {
    nodes: shown.map(({ account }) => account),
    pageInfo: { hasNextPage: rows.length > first, endCursor: cursorOf(shown.at(-1)) },
  };
}

function cursorOf(row: Assessment | undefined): string | null {
  if (!row) return null;
  const place = ['atRiskAccounts', String(row.sortValue), String(row.risk), row.accountId];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}
