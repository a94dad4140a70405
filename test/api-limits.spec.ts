import { gzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { TestService, type Answer } from './service.js';

const DEEP = 'nodes { parent { '.concat('parent { '.repeat(12), 'id', ' }'.repeat(12), ' } }');

describe('an operation that is too large is refused before anything of it is run', () => {
  let service: TestService;
  let key: string;

  beforeAll(async () => {
    service = await TestService.start();
    ({ key } = await service.createTenant());
  });
  afterAll(() => service.stop());

  /** The details of the one refusal; the operation must not have answered anything. */
  async function refusal(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Record<string, unknown>> {
    const answer = await service.ask(key, query, variables);
    return refusalIn(answer);
  }

  function refusalIn(answer: Answer<unknown>): Record<string, unknown> {
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    return answer.errors?.[0]?.extensions.details ?? {};
  }

  it('by depth, fragments written out', async () => {
    const limit = { of: 'depth', limit: 12 };
    expect(await refusal(`{ accounts { ${DEEP} } }`)).toMatchObject(limit);
    const inFragments = `
      query { accounts { nodes { ...Four } } }
      fragment Four on Account { parent { parent { parent { parent { ...Eight } } } } }
      fragment Eight on Account { parent { parent { parent { parent { ...Twelve } } } } }
      fragment Twelve on Account { ... on Account { parent { parent { id } } } }`;
    expect(await refusal(inFragments)).toMatchObject({ ...limit, sent: 13 });
  });

  it('by aliases', async () => {
    const aliases = Array.from({ length: 31 }, (_, place) => `a${place}: id`).join(' ');
    expect(await refusal(`{ accounts { nodes { ${aliases} } } }`)).toMatchObject({
      of: 'aliases',
      limit: 30,
      sent: 31,
    });
    const doubled = `
      query { accounts { nodes { ...A } } }
      fragment A on Account { a: parent { ...B } b: parent { ...B } }
      fragment B on Account { a: parent { ...C } b: parent { ...C } }
      fragment C on Account { a: parent { ...D } b: parent { ...D } }
      fragment D on Account { a: parent { ...E } b: parent { ...E } }
      fragment E on Account { a: id b: name }`;
    expect(await refusal(doubled)).toMatchObject({ of: 'aliases', sent: 62 });
  });

  it('by fields at the root', async () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, place) => `m${place}: me { role }`).join(' ');
    expect(await refusal(`{ ${fields(21)} }`)).toMatchObject({ of: 'rootFields', limit: 20, sent: 21 });
    expect((await service.ask(key, `{ ${fields(20)} }`)).errors).toBeUndefined();
    const batched = Array.from(
      { length: 21 },
      (_, place) => `m${place}: upsertAccounts(accounts: [{name: "A"}]) { results { index } }`,
    );
    expect(await refusal(`mutation { ${batched.join(' ')} }`)).toMatchObject({ of: 'rootFields' });
    expect((await service.get<{ accounts: unknown }>(key, '{ accounts { totalCount } }')).accounts).toEqual({
      totalCount: 0,
    });
  });

  it('by directives', async () => {
    const fields = Array.from({ length: 51 }, () => 'id @include(if: true)').join(' ');
    expect(await refusal(`{ accounts { nodes { ${fields} } } }`)).toMatchObject({
      of: 'directives',
      limit: 50,
      sent: 51,
    });
    const { errors } = await service.ask(key, `{ __typename ${'@nope '.repeat(500)} }`);
    expect(errors?.length).toBeLessThanOrEqual(11);
  });

  it('by tokens', async () => {
    const details = await refusal(`{ me { ${'role '.repeat(2_000)} } }`);
    expect(details).toEqual({ of: 'tokens', limit: 2_000 });
  });

  it('by cost, where a page counts as full, whether its size is written in the query, in a variable or left out', async () => {
    const people = 'stakeholders(first: 100) { nodes { answers(first: 10) { nodes { id } } } }';
    const over = { of: 'cost', limit: 50_000 };
    expect(await refusal(`{ accounts(first: 100) { nodes { ${people} } } }`)).toMatchObject(over);
    const withVariable = `query ($n: Int) { accounts(first: $n) { nodes { ${people} } } }`;
    expect(await refusal(withVariable, { n: 100 })).toMatchObject(over);
    expect((await service.ask(key, withVariable, { n: 40 })).errors).toBeUndefined();
    const withDefault = `query ($n: Int = 100) { accounts(first: $n) { nodes { ${people} } } }`;
    expect(await refusal(withDefault)).toMatchObject(over);
    const leftOut =
      '{ accounts(first: 100) { nodes { stakeholders { nodes { answers { nodes { id } } } } } } }';
    expect(await refusal(leftOut)).toMatchObject(over);
  });

  it('by cost in no time, though its fragments double at every step', async () => {
    const steps = Array.from(
      { length: 11 },
      (_, place) =>
        `fragment F${place} on Account { parent { ...F${place + 1} } ... on Account { parent { ...F${place + 1} } } }`,
    );
    const query = `{ account(ref: {id: "01890000-0000-7000-8000-000000000000"}) { ...F0 } } ${steps.join(' ')} fragment F11 on Account { id }`;
    const started = Date.now();
    await service.ask(key, query);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('by page size', async () => {
    const expected = { of: 'page', limit: 100, sent: 101, path: ['first'] };
    expect(await refusal('{ accounts(first: 101) { nodes { id } } }')).toEqual(expected);
    expect(
      await refusal('query ($n: Int!) { accounts { nodes { stakeholders(first: $n) { totalCount } } } }', {
        n: 101,
      }),
    ).toEqual(expected);
    expect((await service.ask(key, '{ accounts(first: 100) { nodes { id } } }')).errors).toBeUndefined();
  });

  it('by the length of a list in its input', async () => {
    const mutation =
      'mutation ($items: [AccountInput!]!) { upsertAccounts(accounts: $items) { results { index } } }';
    const items = Array.from({ length: 201 }, (_, place) => ({ name: `A${place}` }));
    expect(await refusal(mutation, { items })).toEqual({ limit: 200, sent: 201, path: ['items'] });
    const filter = { standing: Array.from({ length: 201 }, () => 'SAFE') };
    const query = 'query ($filter: AccountFilter) { accounts(filter: $filter) { totalCount } }';
    expect(await refusal(query, { filter })).toEqual({ limit: 200, sent: 201, path: ['filter', 'standing'] });
  });

  it('by the nesting of introspection', async () => {
    const types = 'fields { type { '.repeat(3).concat('name', ' } }'.repeat(3));
    expect(await refusal(`{ __schema { types { ${types} } } }`)).toEqual({ of: 'introspection', limit: 3 });
    expect(
      await refusal(
        `{ ${['a', 'b', 'c', 'd', 'e'].map((alias) => `${alias}: __schema { types { name } }`).join(' ')} }`,
      ),
    ).toMatchObject({ of: 'cost' });
    const { data } = await service.ask<{ __schema: object }>(null, getIntrospectionQuery());
    expect(data.__schema).toBeDefined();
  });

  it('by the size of the request body, packed or not', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(1_100_000) } });
    const headers = { 'content-type': 'application/json' };
    const plain = await fetch(service.address, { method: 'POST', headers, body });
    const packed = await fetch(service.address, {
      method: 'POST',
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: gzipSync(body),
    });
    for (const response of [plain, packed]) {
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: expect.any(String) as string,
            extensions: { code: 'LIMIT_EXCEEDED', details: { of: 'body', limit: 1_048_576 } },
          },
        ],
      });
    }
  });

  it('by sending several operations in one request', async () => {
    const response = await fetch(service.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Answer<unknown>;
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('while fragments that lead back to themselves are no valid query at all', async () => {
    const { errors, data } = await service.ask(
      key,
      '{ accounts { nodes { ...A } } } fragment A on Account { parent { ...A } }',
    );
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
