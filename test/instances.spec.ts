import { AccessService } from '../src/access/access.service.js';
import { AssessmentsService } from '../src/assessment/judging/assessments.service.js';
import { SweepService } from '../src/assessment/sweep/sweep.service.js';
import { readApiKey } from '../src/common/api-key.js';
import { Scope } from '../src/domain/rights.js';
import { runSql } from './direct-sql.js';
import { accepted, said } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';
import type { AccountRow } from './tenant-rows.js';

/** The accounts that a sweep judges in one transaction. */
const BATCH = 200;

describe('two instances of the service behind one address', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start({}, 2);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-03-01T09:00:00.000Z');
    tenant = await TestTenant.create(service);
  });
  afterEach(() => jest.restoreAllMocks());

  /** The same at once, each request at the other instance than the one before. */
  function together<T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> {
    return Promise.all(Array.from({ length: times }, (_, index) => work(index)));
  }

  async function countOf(table: string): Promise<number> {
    const [row] = await runSql<{ rows: number }>(
      service.database.url,
      `SELECT count(*)::int AS rows FROM ${table} WHERE tenant_id = $1`,
      [tenant.tenantId],
    );
    return row?.rows ?? 0;
  }

  it('share the requests', async () => {
    const before = [...(service.front?.given ?? [])];
    for (let request = 0; request < 10; request += 1) await tenant.get('{ accounts { totalCount } }');
    expect(service.front?.given.map((given, instance) => given - (before[instance] ?? 0))).toEqual([5, 5]);
  });

  it('make one record of what many writers name alike at the same moment', async () => {
    const outcomes = await together(12, () => tenant.upsertAccounts([{ ...crm('acme'), name: 'Acme' }]));
    expect(new Set(outcomes.flatMap((items) => items.map(({ row }) => row?.id))).size).toBe(1);
    expect(said(outcomes.flat()).filter((status) => status === 'CREATED')).toHaveLength(1);
    expect(await countOf('accounts')).toBe(1);
  });

  it('let one of two writers through who read the same version, and tell the other', async () => {
    await tenant.account('acme');
    const outcomes = await together(6, (index) =>
      tenant.upsertAccounts([{ ...crm('acme'), name: `Acme ${index}`, expectedVersion: 1 }]),
    );
    const statuses = said(outcomes.flat()).map((text) => text.split(' ').slice(0, 2).join(' '));
    expect(statuses.sort()).toEqual([...Array<string>(5).fill('REJECTED CONFLICT'), 'UPDATED']);
  });

  it('lose no answer and no contact of one account, and judge it by all of them', async () => {
    await tenant.account('acme', { structure: 'HIERARCHICAL' });
    const people = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `p${index}`,
        { level: index % 2 ? 'MANAGEMENT' : 'OPERATIONS' },
      ]),
    );
    await tenant.people('acme', people);
    await together(24, (index) => {
      const person = `p${index % 12}`;
      const at = `2026-02-01T10:00:${String(index).padStart(2, '0')}Z`;
      return index < 12
        ? tenant.answer(person, index % 11, at, crm(`answer ${index}`))
        : tenant.meet('acme', [person], at, crm(`meeting ${index}`));
    });
    expect([await countOf('satisfaction_answers'), await countOf('interactions')]).toEqual([12, 12]);
    const stored = await tenant.stored('acme');
    expect(stored.levels.map(({ heard }) => heard).reduce((sum, heard) => sum + heard, 0)).toBe(12);
    // Judged anew from all that is recorded, nothing comes out differently.
    await runSql(
      service.database.url,
      `UPDATE assessments SET assessed_at = '2026-02-01' WHERE tenant_id = $1`,
      [tenant.tenantId],
    );
    await service.sweep();
    expect(await tenant.stored('acme')).toEqual(stored);
  });

  it('show each writer at once what was written, whichever of them took it', async () => {
    await tenant.account('acme');
    for (let step = 0; step < 15; step += 1) {
      accepted(await tenant.upsertAccounts([{ ...crm('acme'), name: `Step ${step}` }]));
      // An odd number of requests lets reads and writes change places.
      for (let look = 0; look < 1 + (step % 2) * 2; look += 1) {
        const { account } = await tenant.get<{ account: AccountRow }>(
          'query ($ref: RefInput!) { account(ref: $ref) { name } }',
          { ref: crm('acme') },
        );
        expect(account.name).toBe(`Step ${step}`);
      }
    }
  });

  it('share a sweep: what one is judging, the other leaves alone, and nothing is judged twice', async () => {
    // What the other tests made is not due.
    service.setClock('2026-03-02T09:00:00.000Z');
    await service.sweep();
    service.setClock('2026-03-01T09:00:00.000Z');
    for (const [from, to] of [
      [0, BATCH],
      [BATCH, 2 * BATCH],
      [2 * BATCH, 2 * BATCH + 50],
    ] as const) {
      const names = Array.from({ length: to - from }, (_, index) => `a${from + index}`);
      accepted(await tenant.upsertAccounts(names.map((name) => ({ ...crm(name), name }))));
    }
    service.setClock('2026-03-02T09:00:00.000Z');
    const due = '2026-03-02T03:00:00.000Z';
    const [first, second] = [service.app, ...service.others].map((app) => app.get(SweepService));
    const assessments = service.app.get(AssessmentsService);
    const refresh = assessments.refresh.bind(assessments);
    const judged: string[] = [];
    let meanwhile: Promise<number | undefined> | undefined;
    let bothBegan = (): void => undefined;
    const both = new Promise<void>((resolve) => (bothBegan = resolve));
    jest.spyOn(assessments, 'refresh').mockImplementation(async (ids) => {
      if (judged.length > 0) bothBegan();
      judged.push(...ids);
      await both;
      // In the middle of the first one's two batches the second one sweeps from beginning to end.
      await (meanwhile ??= second?.sweep(due));
      return refresh(ids);
    });
    const own = await first?.sweep(due);
    expect([own, await meanwhile]).toEqual([2 * BATCH, 50]);
    expect(new Set(judged).size).toBe(2 * BATCH);
    expect(await first?.readBacklog(due)).toEqual({ aged: 0, imported: 0, since: null });
  });

  it('refuse a key that was revoked at the other one, from the next request on', async () => {
    const key = await service.createKey(tenant.tenantId, [Scope.READ]);
    const statuses = () =>
      Promise.all(
        service.addresses.map(async (address) => {
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
          const body = JSON.stringify({ query: '{ accounts { totalCount } }' });
          const response = await fetch(address, { method: 'POST', headers, body });
          const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
          return errors?.[0]?.extensions.code ?? 'ANSWERED';
        }),
      );
    expect(await statuses()).toEqual(['ANSWERED', 'ANSWERED']);
    const { keyId = '' } = readApiKey(key) ?? {};
    await tenant.within(() => service.app.get(AccessService).revokeKey(keyId));
    expect(await statuses()).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });
});
