import { AssessmentsService } from '../src/assessment/judging/assessments.service.js';
import { SweepService } from '../src/assessment/sweep/sweep.service.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { runSql } from './direct-sql.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

describe('the sweep', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-03-01T09:00:00.000Z');
    tenant = await TestTenant.create(service);
  });
  afterEach(() => jest.restoreAllMocks());

  const sweep = (due: string): Promise<number> => service.app.get(SweepService).sweep(due);
  const sweepAt = async (now: string): Promise<void> => {
    service.setClock(now);
    await service.sweep();
  };

  it('finds the silence that time alone has brought, after ninety days and not before', async () => {
    await tenant.account('a', { structure: 'HIERARCHICAL' });
    await tenant.people('a', { m: { level: 'MANAGEMENT' } });
    await tenant.meet('a', ['m'], '2026-03-01T08:00:00Z');
    await sweepAt('2026-05-30T07:00:00.000Z');
    expect(await tenant.reasons('a')).not.toContain('DECIDING_LEVEL_SILENT');
    service.setClock('2026-05-30T08:00:01.000Z');
    expect(await tenant.reasons('a')).not.toContain('DECIDING_LEVEL_SILENT');
    await service.sweep();
    expect(await tenant.reasons('a')).toContain('DECIDING_LEVEL_SILENT');
    expect((await tenant.history('a'))[0]).toMatchObject({ assessedAt: '2026-05-30T08:00:01.000Z' });
  });

  it('judges what is due and leaves the rest alone', async () => {
    await tenant.account('early');
    service.setClock('2026-03-01T12:00:00.000Z');
    await tenant.account('late');
    service.setClock('2026-03-02T09:00:00.000Z');
    await sweep('2026-03-01T12:00:00.000Z');
    expect((await tenant.stored('early')).assessedAt).toBe('2026-03-02T09:00:00.000Z');
    expect((await tenant.stored('late')).assessedAt).toBe('2026-03-01T12:00:00.000Z');
  });

  it('breaks promises that are overdue', async () => {
    await tenant.account('a');
    await tenant.people('a', { m: { level: 'MANAGEMENT' } });
    await tenant.get('mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }', {
      input: { account: crm('a'), madeTo: [crm('m')], promise: 'Call back', dueOn: '2026-03-02' },
    });
    await sweepAt('2026-03-02T23:59:59.000Z');
    expect(await tenant.reasons('a')).not.toContain('PROMISE_BROKEN');
    await sweepAt('2026-03-03T00:00:00.000Z');
    expect(await tenant.reasons('a')).toContain('PROMISE_BROKEN');
  });

  it('wakes flags whose rest is over', async () => {
    await tenant.account('a', { structure: 'HIERARCHICAL' });
    const flags = async () => {
      const { account } = await tenant.get<{
        account: { flags: { nodes: { id: string; code: string; status: string }[] } };
      }>('query ($ref: RefInput!) { account(ref: $ref) { flags { nodes { id code status } } } }', {
        ref: crm('a'),
      });
      return account.flags.nodes;
    };
    const [flag] = await flags();
    await tenant.get('mutation ($id: ID!) { snoozeFlag(id: $id, until: "2026-03-05") { flag { status } } }', {
      id: flag?.id,
    });
    await sweepAt('2026-03-04T09:00:00.000Z');
    expect((await flags()).find(({ id }) => id === flag?.id)).toMatchObject({ status: 'SNOOZED' });
    await sweepAt('2026-03-05T00:00:00.000Z');
    expect((await flags()).find(({ id }) => id === flag?.id)).toMatchObject({ status: 'OPEN' });
  });

  it('keeps the own mean of a level once thirty customers were heard there, and judges by it', async () => {
    await tenant.account('large', { structure: 'FLAT' });
    await tenant.account('ours', { structure: 'FLAT', kind: 'INTERNAL' });
    await tenant.account('small', { structure: 'FLAT' });
    await tenant.people('small', { solo: { level: 'OPERATIONS' } });
    await tenant.answer('solo', 9, '2026-02-28T09:00:00Z');
    const ask = async (account: string, names: string[]): Promise<void> => {
      await tenant.people(account, Object.fromEntries(names.map((name) => [name, { level: 'OPERATIONS' }])));
      const answers = names.map((name) => ({
        stakeholder: crm(name),
        instrument: 'NPS',
        value: { number: 9 },
        answeredAt: '2026-02-28T09:00:00Z',
      }));
      accepted(await tenant.recordSatisfaction(answers));
    };
    const means = () =>
      runSql<{ level: string; mean: number; heard: number }>(
        service.database.url,
        'SELECT level, mean, heard FROM level_means WHERE tenant_id = $1',
        [tenant.tenantId],
      );
    await ask(
      'large',
      Array.from({ length: 28 }, (_, i) => `n${i}`),
    );
    await ask('ours', ['internal']);
    const before = await tenant.stored('small');
    await sweepAt('2026-03-01T09:00:01.000Z');
    expect(await means()).toEqual([]);

    await ask('large', ['thirtieth']);
    await sweepAt('2026-03-01T09:00:02.000Z');
    expect(await means()).toEqual([{ level: 'OPERATIONS', mean: 90, heard: 30 }]);
    const after = await tenant.stored('small');
    const low = ({ levels }: typeof after) => (levels[0] as unknown as { low: number }).low;
    expect(low(after)).toBeGreaterThan(low(before) + 1);
    await sweepAt('2026-03-01T09:00:03.000Z');
    expect(await means()).toHaveLength(1);
  });

  describe('over more accounts than one batch holds', () => {
    const ACCOUNTS = 230;
    beforeEach(async () => {
      const all = Array.from({ length: ACCOUNTS }, (_, i) => ({ ...crm(`n${i}`), name: `N${i}` }));
      accepted(await tenant.upsertAccounts(all.slice(0, 200)));
      accepted(await tenant.upsertAccounts(all.slice(200)));
      service.setClock('2026-03-02T09:00:00.000Z');
    });

    const judgedAt = async (): Promise<Record<string, number>> => {
      const rows = await runSql<{ at: Date; accounts: number }>(
        service.database.url,
        'SELECT assessed_at AS at, count(*)::int AS accounts FROM assessments WHERE tenant_id = $1 GROUP BY 1',
        [tenant.tenantId],
      );
      return Object.fromEntries(rows.map(({ at, accounts }) => [new Date(at).toISOString(), accounts]));
    };
    /** Calls `before` ahead of each batch of this tenant. */
    const watch = (before: (ids: readonly string[]) => void): void => {
      const assessments = service.app.get(AssessmentsService);
      const refresh = assessments.refresh.bind(assessments);
      jest.spyOn(assessments, 'refresh').mockImplementation((ids) => {
        if (service.app.get(TenantTransaction).tenantId === tenant.tenantId) before(ids);
        return refresh(ids);
      });
    };

    it('goes on where it was killed', async () => {
      let batches = 0;
      watch(() => {
        batches += 1;
        if (batches === 2) throw new Error('killed');
      });
      await expect(service.sweep()).rejects.toThrow('killed');
      const { '2026-03-02T09:00:00.000Z': done = 0, ...rest } = await judgedAt();
      expect(done).toBeGreaterThan(0);
      expect(rest).toEqual({ '2026-03-01T09:00:00.000Z': ACCOUNTS - done });
      jest.restoreAllMocks();
      service.setClock('2026-03-02T09:05:00.000Z');
      await sweep('2026-03-02T09:00:00.000Z');
      expect(await judgedAt()).toEqual({
        '2026-03-02T09:00:00.000Z': done,
        '2026-03-02T09:05:00.000Z': ACCOUNTS - done,
      });
    });

    it('is shared by several that run at once: each account is judged once', async () => {
      const judged: string[] = [];
      watch((ids) => judged.push(...ids));
      await Promise.all([service.sweep(), service.sweep(), service.sweep()]);
      expect(judged).toHaveLength(ACCOUNTS);
      expect(new Set(judged).size).toBe(ACCOUNTS);
      expect(await judgedAt()).toEqual({ '2026-03-02T09:00:00.000Z': ACCOUNTS });
    });
  });
});
