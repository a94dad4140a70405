import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { name: string } }[];
  nodes: { name: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const PAGE = `query ($first: Int, $after: String) { accounts(first: $first, after: $after) {
  totalCount edges { cursor node { name } } nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

describe('a list', () => {
  let service: TestService;
  let tenant: TestTenant;
  const names = ['b', 'd', 'f', 'h', 'j', 'l', 'n'];

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    tenant = await TestTenant.create(service);
    accepted(await tenant.upsertAccounts(names.map((name) => ({ ...crm(name), name }))));
  });

  const page = async (first: number | null, after: string | null = null): Promise<Page> =>
    (await tenant.get<{ accounts: Page }>(PAGE, { first, after })).accounts;
  const readAll = async (first: number): Promise<string[][]> => {
    const pages: string[][] = [];
    for (let after: string | null = null; ;) {
      const { nodes, edges, pageInfo, totalCount } = await page(first, after);
      expect(edges.map(({ node }) => node)).toEqual(nodes);
      expect(pageInfo).toMatchObject({
        hasPreviousPage: false,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      });
      expect(totalCount).toBe(names.length);
      pages.push(nodes.map(({ name }) => name));
      if (!pageInfo.hasNextPage) return pages;
      after = pageInfo.endCursor;
    }
  };

  it.each([1, 2, 3, 6, 7, 8, 100])('is read whole and in order in pages of %i', async (first) => {
    const pages = await readAll(first);
    expect(pages.flat()).toEqual(names);
    expect(pages).toHaveLength(Math.ceil(names.length / first));
  });

  it('goes on after any of its rows, and is empty after the last', async () => {
    const { edges } = await page(100);
    for (const [index, { cursor }] of edges.entries()) {
      const rest = await page(100, cursor);
      expect(rest.nodes.map(({ name }) => name)).toEqual(names.slice(index + 1));
    }
    const end = await page(3, edges.at(-1)?.cursor);
    expect(end).toMatchObject({
      totalCount: 7,
      nodes: [],
      pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
    });
  });

  it('neither repeats nor skips a row when others are added around the cursor, or the row of the cursor is renamed', async () => {
    const first = await page(3);
    expect(first.nodes.map(({ name }) => name)).toEqual(['b', 'd', 'f']);
    accepted(
      await tenant.upsertAccounts([{ name: 'a' }, { name: 'e' }, { name: 'g' }, { ...crm('f'), name: 'ff' }]),
    );
    const second = await page(3, first.pageInfo.endCursor);
    expect(second.nodes.map(({ name }) => name)).toEqual(['ff', 'g', 'h']);
    expect(second.totalCount).toBe(10);
  });

  it('tells rows of the same name apart', async () => {
    accepted(await tenant.upsertAccounts([{ name: 'same' }, { name: 'same' }, { name: 'same' }]));
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { accounts }: { accounts: { nodes: { id: string }[]; pageInfo: Page['pageInfo'] } } =
        await tenant.get(
          'query ($after: String) { accounts(first: 1, after: $after, filter: {search: "same"}) { nodes { id } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
      seen.push(...accounts.nodes.map(({ id }) => id));
      if (!accounts.pageInfo.hasNextPage) break;
      after = accounts.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it('has its own size of page where none is asked for, and refuses sizes it cannot have', async () => {
    accepted(await tenant.upsertAccounts(Array.from({ length: 30 }, (_, i) => ({ name: `z${i}` }))));
    expect((await page(null)).nodes).toHaveLength(25);
    const { accounts } = await tenant.get<{ accounts: { nodes: object[] } }>(
      '{ accounts { nodes { name } } }',
    );
    expect(accounts.nodes).toHaveLength(25);
    for (const [first, code] of [
      [0, 'INVALID_INPUT'],
      [-1, 'INVALID_INPUT'],
      [101, 'LIMIT_EXCEEDED'],
    ] as const) {
      expect(await tenant.refusal(PAGE, { first })).toMatchObject({ code });
      expect(await tenant.refusal(`{ accounts(first: ${first}) { nodes { name } } }`)).toMatchObject({
        code,
      });
      const nested = `query ($ref: RefInput!) { account(ref: $ref) { stakeholders(first: ${first}) { nodes { id } } } }`;
      expect(await tenant.refusal(nested, { ref: crm('b') })).toMatchObject({ code });
    }
  });

  describe('refuses a cursor', () => {
    const write = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const ID = '01890000-0000-7000-8000-00000000dead';
    const invalid = { code: 'INVALID_INPUT', path: ['after'] };

    it('of another list', async () => {
      const { pageInfo } = await page(1);
      expect(
        await tenant.refusal('query ($after: String) { atRiskAccounts(after: $after) { nodes { name } } }', {
          after: pageInfo.endCursor,
        }),
      ).toEqual(invalid);
      const nested =
        'query ($ref: RefInput!, $after: String) { account(ref: $ref) { interactions(after: $after) { nodes { id } } } }';
      expect(await tenant.refusal(nested, { ref: crm('b'), after: pageInfo.endCursor })).toEqual(invalid);
    });

    it.each<[string, string]>([
      ['that is none', 'not a cursor'],
      ['that is empty', ''],
      ['with too few keys', write(['accounts', 'b'])],
      ['with too many keys', write(['accounts', 'b', ID, ID])],
      ['whose id is none', write(['accounts', 'b', "x' OR true"])],
      ['whose name is a number', write(['accounts', 5, ID])],
      ['with NUL', write(['accounts', 'a\0', ID])],
    ])('%s', async (_, after) => {
      expect(await tenant.refusal(PAGE, { after })).toEqual(invalid);
    });

    it.each<[string, string, unknown[]]>([
      ['a day there is not', 'interactions', ['2026-99-99 00:00:00+00', ID]],
      ['a time there is not', 'interactions', ['2026-11-20 99:99:99+00', ID]],
      ['half a time', 'assessmentHistory', ['2026-11-20 ...+00', ID]],
      ['a year beyond all calendars', 'flags', ['999999-01-01 00:00:00+00', ID]],
    ])('with %s', async (_, list, keys) => {
      const query = `query ($ref: RefInput!, $after: String) { account(ref: $ref) { ${list}(after: $after) { pageInfo { hasNextPage } } } }`;
      expect(await tenant.refusal(query, { ref: crm('b'), after: write([list, ...keys]) })).toMatchObject({
        code: 'INVALID_INPUT',
      });
    });

    it.each(['1e999', '9'.repeat(400)])('with a number beyond all numbers', async (risk) => {
      const query = 'query ($after: String) { atRiskAccounts(after: $after) { pageInfo { hasNextPage } } }';
      const after = write(['atRiskAccounts', '1', risk, ID]);
      expect(await tenant.refusal(query, { after })).toMatchObject({ code: 'INVALID_INPUT' });
    });
  });

  it('within several records is read for all of them together, however many they are', async () => {
    const spy = jest.spyOn(service.app.get(TenantTransaction), 'query');
    const statements = async (first: number): Promise<number> => {
      const before = spy.mock.calls.length;
      await tenant.get(
        `query ($first: Int!) { accounts(first: $first) { nodes { owner { email } parent { name } externalIds { id }
          assessment { standing } flags { totalCount nodes { history { step } } }
          interactions(first: 2) { totalCount nodes { stakeholders { fullName } } }
          problems(first: 2) { nodes { knowledge { knowledge } } } commitments(first: 2) { nodes { madeTo { id } } }
          stakeholders(first: 3) { totalCount nodes { reportsTo { fullName } answers(first: 2) { totalCount nodes { level supersededBy { id } } } } } } } }`,
        { first },
      );
      return spy.mock.calls.length - before;
    };
    for (const name of names) {
      await tenant.people(name, { [`${name}1`]: {}, [`${name}2`]: { reportsTo: crm(`${name}1`) } });
      await tenant.answer(`${name}1`, 9, '2026-11-19T09:00:00Z');
      await tenant.meet(name, [`${name}1`], '2026-11-19T09:00:00Z');
      await tenant.report(name, [`${name}1`], '2026-11-19T09:00:00Z');
    }
    const one = await statements(1);
    expect(one).toBeGreaterThan(5);
    expect(await statements(7)).toBe(one);
    expect(one).toBeLessThan(40);
    spy.mockRestore();
  });

  it('within several records keeps to each of them: the page and the count are its own', async () => {
    await tenant.people('b', { b1: {}, b2: {}, b3: {} });
    await tenant.people('d', { d1: {} });
    const { accounts } = await tenant.get<{ accounts: { nodes: { stakeholders: object }[] } }>(
      `{ accounts(first: 3) { nodes { stakeholders(first: 2) { totalCount nodes { fullName } pageInfo { hasNextPage } } } } }`,
    );
    expect(accounts.nodes.map(({ stakeholders }) => stakeholders)).toEqual([
      { totalCount: 3, nodes: [{ fullName: 'b1' }, { fullName: 'b2' }], pageInfo: { hasNextPage: true } },
      { totalCount: 1, nodes: [{ fullName: 'd1' }], pageInfo: { hasNextPage: false } },
      { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } },
    ]);
  });
});
