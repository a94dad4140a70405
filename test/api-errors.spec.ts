import { Logger } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccountsReader } from '../src/accounts/accounts.reader.js';
import { ERROR_CODES } from '../src/common/errors.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { TestService, type Answer } from './service.js';

const UUID = '01890000-0000-7000-8000-000000000000';

describe('an error says what was wrong and where, and nothing of how we work', () => {
  let service: TestService;
  let key: string;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    ({ key } = await service.createTenant());
  });
  afterAll(() => service.stop());
  afterEach(() => jest.restoreAllMocks());

  async function errorOf(query: string, variables: Record<string, unknown> = {}) {
    const { errors } = await service.ask(key, query, variables);
    const [error] = errors ?? [];
    if (!error) throw new Error('The operation was expected to fail.');
    return { message: error.message, at: error.path, ...error.extensions };
  }

  const LOG =
    'mutation ($contact: LogInteractionInput!) { logInteraction(input: $contact) { account { id } } }';
  const CONTACT = {
    account: { id: UUID },
    stakeholders: [{ id: UUID }],
    channel: 'CALL',
    occurredAt: '2026-11-19T09:00:00Z',
  };

  it.each([
    ['a missing variable', {}, ['contact']],
    [
      'an enum value that does not exist',
      { contact: { ...CONTACT, channel: 'CAL' } },
      ['contact', 'channel'],
    ],
    ['a field that does not exist', { contact: { ...CONTACT, chanel: 'CALL' } }, ['contact', 'chanel']],
    ['a missing field', { contact: { ...CONTACT, account: undefined } }, ['contact', 'account']],
    ['a value of another type', { contact: { ...CONTACT, notes: 5 } }, ['contact', 'notes']],
    ['no instant', { contact: { ...CONTACT, occurredAt: '2026-13-01' } }, ['contact', 'occurredAt']],
    [
      'an empty reference',
      { contact: { ...CONTACT, stakeholders: [{ id: UUID }, {}] } },
      ['contact', 'stakeholders', '1'],
    ],
  ])('a variable with %s names the place', async (_what, variables, path) => {
    const error = await errorOf(LOG, variables);
    expect(error).toMatchObject({ code: 'INVALID_INPUT', details: { path } });
    expect(error.message).not.toMatch(/did you mean/i);
  });

  it('names every wrong place of the variables', async () => {
    const { details } = await errorOf(LOG, { contact: { ...CONTACT, channel: 'X', occurredAt: 'now' } });
    expect(details.path).toEqual(['contact', 'channel']);
    expect(details.also).toEqual([
      { path: ['contact', 'occurredAt'], message: expect.stringContaining('DateTime expected') as string },
    ]);
  });

  it.each([
    [
      '{ accounts(filter: {renewalBefore: "2026-02-30"}) { totalCount } }',
      'INVALID_INPUT',
      ['filter', 'renewalBefore'],
    ],
    [
      '{ accounts(filter: {standing: [SAFE, SAVE]}) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
      ['filter', 'standing', '1'],
    ],
    ['{ accounts(frist: 1) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', ['frist']],
    ['{ account(ref: {}) { id } }', 'GRAPHQL_VALIDATION_FAILED', ['ref']],
  ])('a value in the query names the place: %s', async (query, code, path) => {
    const error = await errorOf(query);
    expect(error).toMatchObject({ code, details: { path } });
    expect(error.message).not.toMatch(/did you mean/i);
  });

  it.each([
    ['{ account(ref: {id: "7"}) { id } }', {}, ['ref', 'id'], ['account']],
    [LOG, { contact: { ...CONTACT, notes: 'n'.repeat(20_001) } }, ['input', 'notes'], ['logInteraction']],
    [LOG, { contact: { ...CONTACT, stakeholders: [] } }, ['input', 'stakeholders'], ['logInteraction']],
    [
      LOG,
      { contact: { ...CONTACT, stakeholders: [{ id: '7' }] } },
      ['input', 'stakeholders', '0', 'id'],
      ['logInteraction'],
    ],
    [LOG, { contact: { ...CONTACT, notes: 'a\0b' } }, ['input', 'notes'], ['logInteraction']],
    [
      LOG,
      { contact: { ...CONTACT, occurredAt: '2026-11-21T09:00:00Z' } },
      ['input', 'occurredAt'],
      ['logInteraction'],
    ],
    ['{ accounts(first: 0) { totalCount } }', {}, ['first'], ['accounts']],
    ['{ accounts(after: "x") { totalCount } }', {}, ['after'], ['accounts']],
    [
      'query ($s: String) { accounts(filter: {search: $s}) { totalCount } }',
      { s: '\0' },
      ['filter', 'search'],
      ['accounts'],
    ],
    ['{ accounts(after: "a\\u0000b") { totalCount } }', {}, ['after'], ['accounts']],
  ])('a rule that is broken names argument and field: %s', async (query, variables, path, at) => {
    expect(await errorOf(query, variables)).toMatchObject({ code: 'INVALID_INPUT', details: { path }, at });
  });

  it('a null where the argument needs a value is the mistake of the caller', async () => {
    const query = `query ($ref: RefInput = {id: "${UUID}"}) { account(ref: $ref) { id } }`;
    expect(await errorOf(query, { ref: null })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { path: ['ref'] },
    });
  });

  it('a null page size means the usual one', async () => {
    await service.get(key, 'mutation { upsertAccounts(accounts: [{name: "Acme"}]) { results { status } } }');
    const { accounts } = await service.get<{ accounts: { nodes: object[] } }>(
      key,
      '{ accounts(first: null) { nodes { name } } }',
    );
    expect(accounts.nodes).toEqual([{ name: 'Acme' }]);
  });

  it('what does not exist is NOT_FOUND with the place in the input', async () => {
    expect(await errorOf(LOG, { contact: CONTACT })).toMatchObject({
      code: 'NOT_FOUND',
      details: { path: ['input', 'account'], kind: 'Account' },
      at: ['logInteraction'],
    });
  });

  it('never suggests names of the schema', async () => {
    for (const query of [
      '{ acount { id } }',
      '{ me { roll } }',
      '{ accounts { nodes { ... on Acount { id } } } }',
      'query ($a: AccountFiltr) { me { role } }',
    ]) {
      const { errors } = await service.ask(key, query);
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    }
  });

  it('a failure of ours is told by an id alone, and the log knows the rest under that id', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    jest.spyOn(service.app.get(AccountsReader), 'listAccounts').mockImplementation(() => {
      throw new Error('relation "secret_table" does not exist');
    });
    const error = await errorOf('{ accounts { totalCount } }');
    expect(error).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      details: { id: expect.any(String) as string },
    });
    expect(JSON.stringify(error)).not.toContain('secret_table');
    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged.mock.calls[0]?.join(' ')).toContain(String(error.details.id));
    expect(logged.mock.calls[0]?.join(' ')).toContain('secret_table');
  });

  it('a failure of the database tells nothing of its statements', async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation();
    jest.spyOn(service.app.get(AccountsReader), 'listAccounts').mockImplementation(() => {
      throw Object.assign(new Error('syntax error at or near "SELEC"'), { code: '42601', query: 'SELEC 1' });
    });
    expect(JSON.stringify(await service.ask(key, '{ accounts { totalCount } }'))).not.toMatch(
      /selec|stack|42601/i,
    );
  });

  it('a statement that takes too long is given up, and the caller told to ask for less', async () => {
    const limited = await TestService.start({ STATEMENT_TIMEOUT_MS: '100' });
    const { key: other } = await limited.createTenant();
    const transaction = limited.app.get(TenantTransaction);
    jest
      .spyOn(limited.app.get(AccountsReader), 'listAccounts')
      .mockImplementation(() => transaction.query(sql`SELECT pg_sleep(30)`) as never);
    const { errors } = await limited.ask(other, '{ accounts { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    await limited.stop();
  });

  it('logs nothing of what the caller did wrong', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    await service.ask(null, '{ me { role } }');
    await service.ask(key, LOG, { contact: CONTACT });
    await service.ask(key, '{ nope }');
    await service.ask(key, '{ accounts(after: "x") { totalCount } }');
    expect(logged).not.toHaveBeenCalled();
  });

  it.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ])('a refused operation answers a client that accepts %s with %i', async (accept, status) => {
    for (const query of [
      '{',
      '{ nope }',
      '{ accounts(first: 101) { totalCount } }',
      'query ($n: Int!) { accounts(first: $n) { totalCount } }',
    ]) {
      const response = await fetch(service.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query }),
      });
      expect([query, response.status]).toEqual([query, status]);
      expect((await response.json()) as object).not.toHaveProperty('data');
    }
  });

  it('a body that is no JSON is refused in the shape of every other error', async () => {
    const response = await fetch(service.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Answer<unknown>;
    expect(errors).toEqual([
      { message: expect.any(String) as string, extensions: { code: 'INVALID_INPUT', details: {} } },
    ]);
  });

  it('an address that leads nowhere is not found, and is no failure of ours', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    expect((await fetch(new URL('/nowhere', service.address))).status).toBe(404);
    expect(logged).not.toHaveBeenCalled();
  });

  it('every error has one of our codes and details, whatever is sent', async () => {
    const bodies = [
      '{}',
      '[]',
      '{"query":5}',
      '{"query":"{"}',
      '{"query":"query A {me{role}} query B {me{role}}"}',
      '{"query":"subscription { x }"}',
      '{"query":"{ me { role } }","variables":[]}',
      '{"query":"mutation { __typename }"}',
      'null',
      '{"query":"{ me { role } }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}}',
    ];
    for (const body of bodies) {
      const response = await fetch(service.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { errors = [] } = (await response.json()) as Answer<unknown>;
      for (const { extensions } of errors) {
        expect(ERROR_CODES).toContain(extensions.code);
        expect(Object.keys(extensions).sort()).toEqual(['code', 'details']);
        expect([body, extensions.code]).not.toContain('INTERNAL_SERVER_ERROR');
      }
    }
  });
});
