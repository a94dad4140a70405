import { TestService } from './service.js';

/** Five accounts by name, as the cases of graphql-relay-js (MIT), arrayConnection-test.ts, read five letters. */
const COLLECTION = ['A', 'B', 'C', 'D', 'E'];

interface Page {
  edges: { cursor: string; node: { name: string } }[];
  nodes: { name: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const QUERY = `query ($first: Int, $after: String, $filter: AccountFilter) { accounts(first: $first, after: $after, filter: $filter) {
  edges { cursor node { name } } nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`;

describe('a connection is read forwards as Relay reads it', () => {
  let service: TestService;
  let key: string;
  let cursors: Map<string, string>;

  beforeAll(async () => {
    service = await TestService.start();
    ({ key } = await service.createTenant());
    const accounts = COLLECTION.map((name) => ({ name }));
    await service.get(
      key,
      'mutation ($accounts: [AccountInput!]!) { upsertAccounts(accounts: $accounts) { results { index } } }',
      { accounts },
    );
    cursors = new Map((await read({})).edges.map(({ cursor, node }) => [node.name, cursor]));
  });
  afterAll(() => service.stop());

  async function read(variables: Record<string, unknown>): Promise<Page> {
    return (await service.get<{ accounts: Page }>(key, QUERY, variables)).accounts;
  }

  it.each([
    [{}, 'ABCDE', false],
    [{ first: 2 }, 'AB', true],
    [{ first: 5 }, 'ABCDE', false],
    [{ first: 10 }, 'ABCDE', false],
    [{ first: 2, after: 'B' }, 'CD', true],
    [{ first: 10, after: 'B' }, 'CDE', false],
    [{ first: 3, after: 'B' }, 'CDE', false],
    [{ first: 1, after: 'E' }, '', false],
  ])('%j', async ({ first, after }: { first?: number; after?: string }, expected, hasNextPage) => {
    const { edges, nodes, pageInfo, totalCount } = await read({ first, after: after && cursors.get(after) });
    expect(edges.map(({ node }) => node.name).join('')).toBe(expected);
    expect(nodes).toEqual(edges.map(({ node }) => node));
    expect(edges.map(({ cursor }) => cursor)).toEqual([...expected].map((name) => cursors.get(name)));
    expect(pageInfo).toEqual({
      hasNextPage,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    });
    expect(totalCount).toBe(5);
  });

  it('refuses a negative size and a cursor that is none, where Relay would answer everything', async () => {
    for (const [variables, path] of [
      [{ first: -1 }, 'first'],
      [{ after: 'invalid' }, 'after'],
      [{ after: cursors.get('B')?.slice(1) }, 'after'],
    ] as const) {
      const { errors } = await service.ask(key, QUERY, variables);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { path: [path] } });
    }
  });

  it('neither skips nor repeats a row when others are added in between', async () => {
    const { pageInfo } = await read({ first: 2 });
    await service.get(
      key,
      'mutation { upsertAccounts(accounts: [{name: "AA"}, {name: "CC"}]) { results { index } } }',
    );
    const rest = await read({ first: 10, after: pageInfo.endCursor });
    expect(rest.nodes.map(({ name }) => name)).toEqual(['C', 'CC', 'D', 'E']);
  });
});
