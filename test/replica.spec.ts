import { AccessService } from '../src/access/access.service.js';
import { readApiKey } from '../src/common/api-key.js';
import { Role, Scope } from '../src/domain/rights.js';
import { ReplicatedPostgres } from './scale/replicated-postgres.js';
import { TestService, type Answer } from './service.js';
import { crm, TestTenant } from './tenant.js';

const NAMES = '{ accounts(first: 100) { nodes { name } } }';
const RENAME = `mutation ($accounts: [AccountInput!]!) { upsertAccounts(accounts: $accounts) { results { status } } }`;

interface Names {
  accounts: { nodes: { name: string }[] };
}

/** An answer with what its headers say of where it came from. */
interface Told<Data> extends Answer<Data> {
  from: string | null;
  position: string | null;
}

describe('reading from a streaming replica', () => {
  let servers: ReplicatedPostgres;
  let service: TestService;
  let tenant: TestTenant;

  const { STRATA_TEST_POSTGRES_URL: usual, STRATA_TEST_POOLER: pooler } = process.env;

  beforeAll(async () => {
    servers = await ReplicatedPostgres.start();
    // This file's services live on servers of their own, with nothing in between.
    process.env.STRATA_TEST_POSTGRES_URL = servers.url;
    delete process.env.STRATA_TEST_POOLER;
    service = await TestService.start({ DATABASE_REPLICA: servers.replica });
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    await servers.stop();
    Object.assign(process.env, {
      STRATA_TEST_POSTGRES_URL: usual,
      ...(pooler && { STRATA_TEST_POOLER: pooler }),
    });
  });
  beforeEach(async () => {
    tenant = await TestTenant.create(service);
    await tenant.account('a', { name: 'Before' });
    await servers.catchUp();
  });

  async function send<Data>(
    query: string,
    headers: Record<string, string>,
    variables = {},
    key = tenant.key,
  ): Promise<Told<Data>> {
    const response = await fetch(service.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as Answer<Data>;
    const [from, position] = ['x-strata-read', 'x-strata-position'].map((name) => response.headers.get(name));
    return { ...answer, status: response.status, from: from ?? null, position: position ?? null };
  }

  async function read(headers: Record<string, string>): Promise<{ names: string[]; from: string | null }> {
    const { data, from } = await send<Names>(NAMES, headers);
    return { names: data.accounts.nodes.map(({ name }) => name), from };
  }

  async function rename(name: string, headers = {}): Promise<string> {
    const { errors, position } = await send(RENAME, headers, { accounts: [{ ...crm('a'), name }] });
    expect(errors).toBeUndefined();
    expect(position).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
    return position ?? '';
  }

  const allowed = { 'x-strata-read': 'replica' };
  const after = (position: string) => ({ ...allowed, 'x-strata-position': position });

  it('happens for readers who allow it, and for nobody else', async () => {
    await servers.holdBack();
    await rename('After');
    expect(await read(allowed)).toEqual({ names: ['Before'], from: 'replica' });
    expect(await read({ 'x-strata-read': 'primary' })).toEqual({ names: ['After'], from: 'primary' });
    expect(await read({})).toEqual({ names: ['After'], from: null });
    await servers.catchUp();
    expect(await read(allowed)).toEqual({ names: ['After'], from: 'replica' });
  });

  it('never hides a write from who shows its position: until the replica has it, the primary answers', async () => {
    await servers.holdBack();
    const position = await rename('After');
    expect(await read(after(position))).toEqual({ names: ['After'], from: 'primary' });
    await servers.catchUp();
    expect(await read(after(position))).toEqual({ names: ['After'], from: 'replica' });
  });

  it('keeps that while writes and reads go on side by side', async () => {
    const sources: (string | null)[] = [];
    for (let step = 0; step < 40; step += 1) {
      const position = await rename(`Step ${step}`);
      if (step % 4 === 0) await servers.catchUp();
      const { names, from } = await read(after(position));
      expect([step, names]).toEqual([step, [`Step ${step}`]]);
      sources.push(from);
    }
    expect(sources.filter((from) => from === 'replica').length).toBeGreaterThanOrEqual(10);
  });

  it('leaves writing to the primary, whatever the writer allows', async () => {
    await rename('After', allowed);
    expect(await read({})).toMatchObject({ names: ['After'] });
  });

  it('refuses a revoked key at once, however far the replica is behind', async () => {
    const key = await service.createKey(tenant.tenantId, [Scope.READ]);
    await servers.catchUp();
    expect(await send<Names>(NAMES, allowed, {}, key)).toMatchObject({ from: 'replica' });
    await servers.holdBack();
    const { keyId = '' } = readApiKey(key) ?? {};
    await tenant.within(() => service.app.get(AccessService).revokeKey(keyId));
    const { errors } = await send(NAMES, allowed, {}, key);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('shows an account manager their own accounts, and a tenant its own', async () => {
    await tenant.account('b', { name: 'Hers', ownerEmail: 'ann@strata.test' });
    const key = await service.createUserKey(tenant.tenantId, 'ann@strata.test', Role.ACCOUNT_MANAGER);
    const stranger = await TestTenant.create(service);
    await servers.catchUp();
    const { data, from } = await send<Names>(NAMES, allowed, {}, key);
    expect([data.accounts.nodes, from]).toEqual([[{ name: 'Hers' }], 'replica']);
    const other = await send<Names>(NAMES, allowed, {}, stranger.key);
    expect([other.data.accounts.nodes, other.from]).toEqual([[], 'replica']);
  });

  it.each([
    { 'x-strata-read': 'anywhere' },
    after('yesterday'),
    after("0/0'; DELETE FROM accounts; --"),
    after('0/1, 0/2'),
  ])('refuses what it does not understand: %j', async (headers) => {
    const { errors } = await send(NAMES, headers);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  });

  it('goes on at the primary when the replica is lost', async () => {
    await servers.loseReplica();
    expect(await read(allowed)).toEqual({ names: ['Before'], from: 'primary' });
    expect(await read(after('0/0'))).toEqual({ names: ['Before'], from: 'primary' });
  });
});

describe('a service without a replica', () => {
  it('answers from its one database, and tells no position', async () => {
    const service = await TestService.start();
    try {
      const { key } = await service.createTenant();
      const ask = (query: string) =>
        fetch(service.address, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${key}`,
            'x-strata-read': 'replica',
          },
          body: JSON.stringify({ query }),
        });
      expect((await ask(NAMES)).headers.get('x-strata-read')).toBe('primary');
      const write = await ask('mutation { upsertAccounts(accounts: []) { results { status } } }');
      expect(write.headers.get('x-strata-position')).toBeNull();
    } finally {
      await service.stop();
    }
  });
});
