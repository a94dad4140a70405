import sql from 'sql-template-tag';
import { gather } from '../src/database/statements/gathering.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import type { Statement } from '../src/database/connection/open-transaction.js';
import { TestService } from './service.js';

const IDS = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
const AT = [
  '2026-11-21T09:30:00Z',
  '2026-11-21T09:30:00.5Z',
  '2026-02-01T00:00:00.045Z',
  '2026-12-31T23:59:59.999Z',
];

describe('lists that are gathered', () => {
  let service: TestService;
  let transaction: TenantTransaction;

  beforeAll(async () => {
    service = await TestService.start();
    transaction = service.app.get(TenantTransaction);
  });
  afterAll(() => service.stop());

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const { tenantId } = await service.createTenant();
    return transaction.run({ tenantId, ownerId: null, access: 'read' }, work);
  };

  it('hold the same values as the rows of a statement of their own', async () => {
    const rows = sql`SELECT at, at AS "from", at::date AS day, ${IDS}::uuid[] AS ids, '{A,B}'::text[] AS codes, '{}'::text[] AS none,
        ${IDS[0]}::uuid AS id, 'a "quoted" \\ line' || chr(10) || 'é' AS text, 66.66666666666667::float8 AS score,
        1::int AS whole, true AS yes, '{"a": 1.5}'::jsonb AS items, 120159.65::numeric::text AS exact,
        NULL::timestamptz AS never, NULL::text AS nothing
      FROM unnest(${AT}::timestamptz[]) AS at ORDER BY at`;
    const list = { rows, instants: ['at', 'from', 'never'] };
    const [direct, gathered] = await run(async () => [
      await transaction.query<Record<string, unknown>>(rows),
      await gather<{ list: Record<string, unknown>; same: Record<string, unknown> }>(transaction, {
        list,
        same: list,
      }),
    ]);
    expect(gathered.list).toEqual(direct);
    expect(gathered.same).toEqual(direct);
    expect(direct.map(({ at }) => at)).toEqual([
      '2026-02-01T00:00:00.045Z',
      '2026-11-21T09:30:00.000Z',
      '2026-11-21T09:30:00.500Z',
      '2026-12-31T23:59:59.999Z',
    ]);
  });

  it('are empty where there are no rows', async () => {
    const rows = sql`SELECT 1 AS one WHERE false`;
    expect(await run(() => gather(transaction, { list: { rows, instants: [] } }))).toMatchObject({
      list: [],
    });
  });

  it('ask by one statement, in which each value stands once', async () => {
    const sent: Statement[] = [];
    const sender = {
      query: <Row>(statement: Statement) => {
        sent.push(statement);
        return Promise.resolve([{}] as Row[]);
      },
    };
    const rows = (other: string) => sql`SELECT ${'t'} AS tenant, ${IDS} AS ids, ${other} AS other`;
    await gather(sender, {
      one: { rows: rows('x'), instants: [] },
      two: { rows: rows('y'), instants: [] },
    });
    expect(sent.map(({ values }) => values)).toEqual([['t', IDS, 'x', 'y']]);
    expect(sent[0]?.text.match(/\$\d/g)).toEqual(['$1', '$2', '$3', '$1', '$2', '$4']);
  });
});
