import { setTimeout as delay } from 'node:timers/promises';
import { AssessmentsService } from '../src/assessment/judging/assessments.service.js';
import type { ImportProgress, ImportReport } from '../src/crm/import-report.types.js';
import { fingerprint, runSql, withClient } from './direct-sql.js';
import { ImportHarness } from './import-harness.js';
import { crm, TestTenant } from './tenant.js';

const HEADER = 'Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs';
const NOW = '2026-11-20T09:00:00.000Z';

describe('what an import wrote about is judged', () => {
  let harness: ImportHarness;
  let tenant: TestTenant;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(async () => {
    harness.service.setClock(NOW);
    await harness.newTenant();
    tenant = await TestTenant.create(harness.service);
    Object.assign(harness, { tenantId: tenant.tenantId, key: tenant.key });
  });
  afterEach(() => jest.restoreAllMocks());

  /** Contacts that go round the accounts, as they lie in an export: `count` of them, numbered from `from`. */
  const contacts = (accounts: readonly string[], count: number, from = 1): string =>
    harness.write(
      `contacts-${from}.csv`,
      [
        HEADER,
        ...Array.from({ length: count }, (_, index) => {
          const id = from + index;
          return `${id},Kim,Holt ${id},kim${id}@holt.test,Clerk,${accounts[index % accounts.length] ?? ''}`;
        }),
        '',
      ].join('\n'),
    );
  const run = (file: string, onProgress?: (progress: ImportProgress) => void): Promise<ImportReport> =>
    harness.import('hubspot', file, { system: 'crm' }, onProgress);
  /** Imports until so many rows are in, and then no further: what is left is what a kill leaves. */
  const killedAfter = async (rows: number, file: string): Promise<void> => {
    const ended = run(file, (progress) => {
      if (progress.pass === 'ROWS' && progress.rows >= rows) throw new Error('killed');
    });
    await expect(ended).rejects.toThrow('killed');
  };
  /** The accounts that are judged from here on, each time they are. */
  const watch = (): string[] => {
    const judged: string[] = [];
    const assessments = harness.service.app.get(AssessmentsService);
    const refresh = assessments.refresh.bind(assessments);
    jest.spyOn(assessments, 'refresh').mockImplementation((ids) => {
      judged.push(...ids);
      return refresh(ids);
    });
    return judged;
  };
  const waiting = async (): Promise<number> => {
    const [row] = await runSql<{ waiting: number }>(
      harness.service.database.url,
      'SELECT count(*)::int AS waiting FROM waiting_accounts WHERE tenant_id = $1',
      [tenant.tenantId],
    );
    return row?.waiting ?? 0;
  };
  const known = async (account: string): Promise<number> => {
    const { levels } = await tenant.stored(account);
    return levels.reduce((sum, level) => sum + level.known, 0);
  };
  const listed = async (standing: string): Promise<string[]> => {
    const { accounts } = await tenant.get<{ accounts: { nodes: { name: string }[] } }>(
      'query ($standing: [Standing!]) { accounts(filter: { standing: $standing }) { nodes { name } } }',
      { standing: [standing] },
    );
    return accounts.nodes.map(({ name }) => name);
  };
  const counted = async (): Promise<Record<string, number>> => {
    const { baseAtRisk } = await tenant.get<{
      baseAtRisk: { standings: { standing: string; accounts: number }[] }[];
    }>('{ baseAtRisk { standings { standing accounts } } }');
    const [whole] = baseAtRisk;
    const some = whole?.standings.filter(({ accounts }) => accounts > 0) ?? [];
    return Object.fromEntries(some.map(({ standing, accounts }) => [standing, accounts]));
  };
  const safe = async (account: string): Promise<void> => {
    await tenant.account(account, { structure: 'FLAT' });
    const people = [`${account}x`, `${account}y`];
    await tenant.people(account, {
      [`${account}x`]: { level: 'OPERATIONS' },
      [`${account}y`]: { level: 'OPERATIONS' },
    });
    await tenant.meet(account, people, '2026-11-19T09:00:00Z');
    for (const id of people) await tenant.answer(id, 10, '2026-11-19T09:00:00Z');
    expect(await tenant.stored(account)).toMatchObject({ standing: 'SAFE' });
  };

  it('once, however its contacts are scattered over the file, and with visible progress', async () => {
    const names = ['1', '2', '3'];
    const ids = [];
    for (const name of names) ids.push(await tenant.account(name));
    const judged = watch();
    const told: ImportProgress[] = [];
    const report = await run(contacts(names, 1_500), (progress) => told.push(progress));
    expect(report).toMatchObject({
      totals: { created: 1_500 },
      judging: { judged: 3, waiting: 0, failure: null },
      complete: true,
    });
    expect([...judged].sort()).toEqual([...ids].sort());
    expect(told.at(-1)).toEqual({ file: null, rows: 3, share: 1, pass: 'JUDGING' });
    for (const name of names) expect(await known(name)).toBe(500);
  });

  it('by the same rules as one written through the API', async () => {
    await tenant.account('1');
    await tenant.account('2');
    await tenant.upsertStakeholders([
      { external: { system: 'crm', id: 'p' }, account: crm('1'), fullName: 'Kim Holt 1', title: 'Clerk' },
    ]);
    await run(contacts(['2'], 1));
    const told = async (account: string): Promise<string> =>
      JSON.stringify(await tenant.stored(account)).replaceAll(
        /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
        'id',
      );
    expect(await told('2')).toBe(await told('1'));
  });

  describe('after a kill half-way', () => {
    beforeEach(async () => {
      await tenant.account('1');
      await tenant.account('2');
      await killedAfter(1_000, contacts(['1', '2'], 1_200));
    });

    it('by the next run, and until then it does not look as if it were judged', async () => {
      expect(await waiting()).toBe(2);
      expect(await tenant.judged('1')).toBeNull();
      expect(await counted()).toEqual({ UNKNOWN: 2 });
      const again = await run(contacts(['1', '2'], 1_200));
      expect(again.judging).toEqual({ judged: 2, waiting: 0, failure: null });
      expect(await known('1')).toBe(600);
    });

    it('by the sweep, although no sweep is due', async () => {
      expect(await harness.service.sweep()).toBe(2);
      expect(await waiting()).toBe(0);
      expect(await known('2')).toBe(500);
      expect(await harness.service.sweep()).toBe(0);
    });

    it('by whoever writes about it meanwhile', async () => {
      await tenant.people('1', { boss: { level: 'MANAGEMENT' } });
      expect(await known('1')).toBe(501);
      expect(await tenant.judged('2')).toBeNull();
      expect(await waiting()).toBe(1);
    });

    it('as of a day, from what is recorded', async () => {
      expect(await tenant.judged('1', '2026-11-20')).toMatchObject({ standing: 'UNKNOWN' });
    });
  });

  it('before it counts as safe again, and leaves no trace in a history in which nothing changed', async () => {
    await safe('1');
    const before = await tenant.history('1');
    await killedAfter(1, contacts(['1'], 1));
    await tenant.people('1', { gone: { level: 'OPERATIONS', endedOn: '2026-11-01' } });
    const judged = await tenant.stored('1');
    expect(judged.standing).toBe('SAFE');
    const promoted = `${HEADER}\n1,Kim,Holt 1,kim1@holt.test,Officer,1\n`;
    await killedAfter(1, harness.write('contacts-again.csv', promoted));
    expect(await tenant.judged('1')).toBeNull();
    expect(await listed('SAFE')).toEqual([]);
    expect(await listed('UNKNOWN')).toEqual(['1']);
    expect(await counted()).toEqual({ UNKNOWN: 1 });
    const half = await tenant.history('1');
    expect(half.length).toBe(before.length + 1);
    await harness.service.sweep();
    expect(await listed('SAFE')).toEqual(['1']);
    expect(await tenant.history('1')).toEqual(half);
  });

  it('and stays in the list of those at risk until it is', async () => {
    await tenant.account('1', { structure: 'FLAT' });
    await tenant.people('1', { o: { level: 'OPERATIONS' } });
    await tenant.answer('o', 0, '2026-11-19T09:00:00Z');
    await tenant.report('1', ['o'], '2026-11-19T09:00:00Z', { severity: 'CRITICAL' });
    expect(await listed('AT_RISK')).toEqual(['1']);
    await killedAfter(1, contacts(['1'], 1));
    expect(await tenant.judged('1')).toBeNull();
    expect(await listed('AT_RISK')).toEqual(['1']);
  });

  it('by all of it: who judges an account and an import that writes about it wait for each other', async () => {
    const account = await tenant.account('1');
    const file = contacts(['1'], 1);
    await withClient(harness.service.database.url, async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM accounts WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE', [
        tenant.tenantId,
        account,
      ]);
      const importing = run(file).then(() => 'imported');
      expect(await Promise.race([importing, delay(500, 'waits')])).toBe('waits');
      await client.query('COMMIT');
      expect(await importing).toBe('imported');
    });
    expect(await known('1')).toBe(1);
  });

  it('also when two imports write at once', async () => {
    const names = ['1', '2', '3', '4'];
    for (const name of names) await tenant.account(name);
    const [one, two] = await Promise.all([run(contacts(names, 800)), run(contacts(names, 800, 5_001))]);
    expect([one.totals.created, two.totals.created]).toEqual([800, 800]);
    await harness.service.sweep();
    expect(await waiting()).toBe(0);
    for (const name of names) expect(await known(name)).toBe(400);
  });

  it('not at all when nothing of it changed', async () => {
    await tenant.account('1');
    const file = contacts(['1'], 10);
    await run(file);
    const before = await fingerprint(harness.service.database.url, tenant.tenantId);
    const judged = watch();
    harness.service.setClock('2026-11-20T10:00:00.000Z');
    const again = await run(file);
    expect(again).toMatchObject({
      totals: { unchanged: 10 },
      judging: { judged: 0, waiting: 0, failure: null },
    });
    expect(judged).toEqual([]);
    expect(await fingerprint(harness.service.database.url, tenant.tenantId)).toBe(before);
  });

  it('later, when the judging fails: the rows are in, the report says so, and it goes on waiting', async () => {
    await tenant.account('1');
    const assessments = harness.service.app.get(AssessmentsService);
    jest.spyOn(assessments, 'refresh').mockRejectedValue(new Error('The database is busy.'));
    const report = await run(contacts(['1'], 3));
    expect(report).toMatchObject({
      totals: { created: 3, rejected: 0 },
      judging: { judged: 0, waiting: 1, failure: 'The database is busy.' },
      complete: false,
    });
    jest.restoreAllMocks();
    expect(await tenant.judged('1')).toBeNull();
    await harness.service.sweep();
    expect(await known('1')).toBe(3);
  });

  it('never in a rehearsal', async () => {
    await tenant.account('1');
    const judged = watch();
    const rehearsed = await harness.import('hubspot', contacts(['1'], 3), { system: 'crm', dryRun: true });
    expect(rehearsed).toMatchObject({ totals: { created: 3 }, judging: null, complete: true });
    expect([judged, await waiting()]).toEqual([[], 0]);
  });
});
