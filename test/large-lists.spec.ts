import { OpenTransaction, type Statement } from '../src/database/connection/open-transaction.js';
import { withClient } from './direct-sql.js';
import { TestService } from './service.js';
import { TestTenant } from './tenant.js';

/** Many more than a page: whoever reads all of them shows in the plan. */
const ACCOUNTS = 5_000;

interface Page {
  atRiskAccounts: { nodes: { name: string }[]; pageInfo: { endCursor: string } };
}

const LIST = `query ($after: String) { atRiskAccounts(first: 50, after: $after, filter: { standing: [UNKNOWN] }) {
  nodes { name } pageInfo { endCursor } } }`;

describe('a list of many accounts', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
    tenant = await TestTenant.create(service);
    await tenant.account('first');
    await multiply(service.database.url, tenant.tenantId);
  });
  afterAll(() => service.stop());

  it('is read in the order of its index, a page far down as the first one', async () => {
    const [first, firstPlan] = await read(null);
    let cursor = first.atRiskAccounts.pageInfo.endCursor;
    for (let page = 2; page < 20; page += 1)
      cursor = (await read(cursor))[0].atRiskAccounts.pageInfo.endCursor;
    const [far, farPlan] = await read(cursor);
    expect(far.atRiskAccounts.nodes).toHaveLength(50);
    expect(far.atRiskAccounts.nodes[0]).not.toEqual(first.atRiskAccounts.nodes[0]);
    for (const plan of [firstPlan, farPlan]) {
      expect(plan).toMatch(/Backward using assessments_at_risk/);
      expect(plan).not.toMatch(/Sort|Rows Removed by Filter: [1-9]\d/);
    }
    expect(farPlan).toMatch(/Index Cond: .*ROW\(sort_value, risk, account_id\)/);
  });

  /** A page, and how PostgreSQL read it. */
  async function read(after: string | null): Promise<[Page, string]> {
    const sent = jest.spyOn(OpenTransaction.prototype, 'query');
    const page = await tenant.get<Page>(LIST, { after });
    const statement = sent.mock.calls
      .map(([one]) => one)
      .find(({ text }) => text.includes('ORDER BY s.sort_value'));
    sent.mockRestore();
    if (!statement) throw new Error('The list was not read.');
    return [page, await planOf(statement, service.database.url, tenant.tenantId)];
  }
});

/** Copies the tenant's one account, and its judgement, until there are many. */
async function multiply(url: string, tenantId: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      `WITH copied AS (
         INSERT INTO accounts
         SELECT (jsonb_populate_record(NULL::accounts, to_jsonb(a)
                 || jsonb_build_object('id', gen_random_uuid(), 'name', 'Copy ' || n))).*
         FROM accounts a, generate_series(1, $2::int) n WHERE a.tenant_id = $1
         RETURNING id)
       INSERT INTO assessments
       SELECT (jsonb_populate_record(NULL::assessments, to_jsonb(s)
               || jsonb_build_object('account_id', c.id, 'sort_value', (random() * 1e6)::int))).*
       FROM assessments s, copied c WHERE s.tenant_id = $1`,
      [tenantId, ACCOUNTS],
    );
    await client.query('VACUUM (ANALYZE) accounts, assessments');
  });
}

/** As the service's role has it, for whoever is entered. */
async function planOf({ text, values }: Statement, url: string, tenantId: string): Promise<string> {
  return withClient(url, async (client) => {
    await client.query('BEGIN; SET LOCAL ROLE strata_app; SET LOCAL plan_cache_mode = force_generic_plan');
    await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    await client.query(`PREPARE page AS ${text}`);
    const given = values.map((value) => client.escapeLiteral(String(value))).join(', ');
    const plan = await client.query<Record<'QUERY PLAN', string>>(
      `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE page(${given})`,
    );
    await client.query('ROLLBACK');
    return plan.rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}
