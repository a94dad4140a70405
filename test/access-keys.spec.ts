import { randomUUID } from 'node:crypto';
import { AccessService } from '../src/access/access.service.js';
import { newSecret, readApiKey, writeApiKey, type ApiKeyParts } from '../src/common/api-key.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { Role, Scope } from '../src/domain/rights.js';
import { runSql } from './direct-sql.js';
import { TestService, type Answer } from './service.js';

const NOW = '2026-11-20T09:00:00.000Z';

describe('a key opens what it was made for, as long as it was made for', () => {
  let service: TestService;
  let tenantId: string;

  beforeAll(async () => {
    service = await TestService.start();
    ({ tenantId } = await service.createTenant());
  });
  beforeEach(() => service.setClock(NOW));
  afterAll(() => service.stop());

  const who = (key: string | null): Promise<Answer<{ me: { role: string | null; scopes: string[] } }>> =>
    service.ask(key, '{ me { role scopes } }');

  function operate<T>(work: (access: AccessService) => Promise<T>): Promise<T> {
    const scope = { tenantId, ownerId: null, access: 'write' } as const;
    return service.app.get(TenantTransaction).run(scope, () => work(service.app.get(AccessService)));
  }

  function partsOf(key: string): ApiKeyParts {
    const parts = readApiKey(key);
    if (!parts) throw new Error('A key that was just made cannot be read.');
    return parts;
  }

  it('everything that is no valid key gets one and the same answer', async () => {
    const valid = await service.createKey(tenantId, [Scope.READ]);
    const parts = partsOf(valid);
    const other = await service.createTenant();
    const revoked = await service.createKey(tenantId, [Scope.READ]);
    await operate((access) => access.revokeKey(partsOf(revoked).keyId));
    const expired = await service.createKey(tenantId, [Scope.READ], NOW);
    const refused: [string, string | null][] = [
      ['no key', null],
      ['no key at all', 'hello'],
      ['mistyped', valid.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))],
      ['unknown tenant', writeApiKey({ ...parts, tenantId: randomUUID() })],
      ['of another tenant', writeApiKey({ ...parts, tenantId: other.tenantId })],
      ['unknown key', writeApiKey({ ...parts, keyId: randomUUID() })],
      ['wrong secret', writeApiKey({ ...parts, secret: newSecret() })],
      ['revoked', revoked],
      ['expired', expired],
    ];
    const answers = await Promise.all(refused.map(async ([, key]) => who(key)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      data: null,
      errors: [{ path: ['me'], extensions: { code: 'UNAUTHENTICATED', details: {} } }],
    });
    expect((await who(valid)).errors).toBeUndefined();
  });

  it('is taken from the Authorization header only, as a bearer', async () => {
    const key = await service.createKey(tenantId, [Scope.READ]);
    const ask = async (authorization: string, query = '') => {
      const response = await fetch(service.address + query, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: '{ me { scopes } }' }),
      });
      return ((await response.json()) as Answer<unknown>).errors?.[0]?.extensions.code ?? 'admitted';
    };
    expect(await ask(`Bearer ${key}`)).toBe('admitted');
    expect(await ask(`bearer ${key}`)).toBe('admitted');
    expect(await ask(key)).toBe('UNAUTHENTICATED');
    expect(await ask(`Basic ${key}`)).toBe('UNAUTHENTICATED');
    expect(await ask(`Bearer ${key} ${key}`)).toBe('UNAUTHENTICATED');
    expect(await ask('', `?key=${key}`)).toBe('UNAUTHENTICATED');
  });

  it('ends at its instant, and at once when revoked', async () => {
    const key = await service.createKey(tenantId, [Scope.READ], '2026-11-20T10:00:00.000Z');
    service.setClock('2026-11-20T09:59:59.999Z');
    expect((await who(key)).errors).toBeUndefined();
    service.setClock('2026-11-20T10:00:00.000Z');
    expect((await who(key)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    service.setClock(NOW);
    expect((await who(key)).errors).toBeUndefined();
    expect(await operate((access) => access.revokeKey(partsOf(key).keyId))).toBe(true);
    expect((await who(key)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await operate((access) => access.revokeKey(partsOf(key).keyId))).toBe(false);
  });

  it('is stored as a hash alone', async () => {
    const key = await service.createKey(tenantId, [Scope.READ]);
    const { secret, keyId } = partsOf(key);
    const rows = await runSql(service.database.url, 'SELECT k::text AS row FROM api_keys k WHERE k.id = $1', [
      keyId,
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('allows what its scopes include and refuses the rest', async () => {
    const write = 'mutation { upsertAccounts(accounts: [{name: "Acme"}]) { results { status } } }';
    const admin =
      'mutation { defineInstrument(input: {code: "CES", minimum: 1, maximum: 7, measures: SATISFACTION}) { code } }';
    const allowed = async (scopes: Scope[]) => {
      const key = await service.createKey(tenantId, scopes);
      const codes = [];
      for (const query of ['{ accounts { totalCount } }', write, admin]) {
        codes.push((await service.ask(key, query)).errors?.[0]?.extensions.code ?? 'allowed');
      }
      return codes;
    };
    expect(await allowed([Scope.READ])).toEqual(['allowed', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await allowed([Scope.WRITE])).toEqual(['allowed', 'allowed', 'FORBIDDEN']);
    expect(await allowed([Scope.ADMIN])).toEqual(['allowed', 'allowed', 'allowed']);
    expect(await allowed([])).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('of a person never allows more than their role, and a new role counts at once', async () => {
    const key = await service.createUserKey(tenantId, 'lee@strata.example', Role.ADMIN);
    expect((await who(key)).data.me).toEqual({ role: 'ADMIN', scopes: ['read', 'write', 'admin'] });
    await operate((access) =>
      access.createUser({ email: 'lee@strata.example', name: 'Lee', role: Role.SALES_LEADER }),
    );
    expect((await who(key)).data.me).toEqual({ role: 'SALES_LEADER', scopes: ['read'] });
  });
});
