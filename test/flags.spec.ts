import { Role } from '../src/domain/rights.js';
import { runSql } from './direct-sql.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Flag {
  id: string;
  code: string;
  status: string;
  openedAt: string;
  closedAt: string | null;
  snoozedUntil: string | null;
  history: {
    step: string;
    status: string;
    at: string;
    reason: string | null;
    by: { email: string } | null;
  }[];
}

const FLAG = 'id code status openedAt closedAt snoozedUntil history { step status at reason by { email } }';
const ACKNOWLEDGE = `mutation ($id: ID!) { acknowledgeFlag(id: $id) { flag { ${FLAG} } } }`;
const SNOOZE = `mutation ($id: ID!, $until: Date!) { snoozeFlag(id: $id, until: $until) { flag { ${FLAG} } } }`;
const CLOSE = `mutation ($id: ID!, $reason: String!) { closeFlag(id: $id, reason: $reason) { flag { ${FLAG} } } }`;
const REOPEN_FLAG = `mutation ($id: ID!, $reason: String) { reopenFlag(id: $id, reason: $reason) { flag { ${FLAG} } } }`;

describe('flags', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-03-01T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('a', { structure: 'FLAT', ownerEmail: 'ann@strata.example' });
    await tenant.people('a', { o: { level: 'OPERATIONS' } });
  });

  const flags = async (account = 'a'): Promise<Flag[]> => {
    const { account: found } = await tenant.get<{ account: { flags: { nodes: Flag[] } } }>(
      `query ($ref: RefInput!) { account(ref: $ref) { flags(status: [OPEN, ACKNOWLEDGED, SNOOZED, CLOSED]) { nodes { ${FLAG} } } } }`,
      { ref: crm(account) },
    );
    return found.flags.nodes;
  };
  const flagOf = async (code: string): Promise<Flag> => {
    const flag = (await flags()).find((each) => each.code === code);
    if (!flag) throw new Error(`No flag of ${code}.`);
    return flag;
  };
  const steps = async (code: string): Promise<string[]> =>
    (await flagOf(code)).history.map(({ step }) => step);
  const sweepAt = async (now: string): Promise<void> => {
    service.setClock(now);
    await service.sweep();
  };
  const opened = async (): Promise<string> => (await flagOf('DECIDING_LEVEL_UNHEARD')).id;
  const problem = () => tenant.report('a', ['o'], '2026-03-01T08:00:00Z');

  it('are opened with the reason they stand for, one for each', async () => {
    const codes = (await flags()).map(({ code }) => code);
    expect(codes.sort()).toEqual((await tenant.reasons('a')).sort());
    expect(await flagOf('DECIDING_LEVEL_UNHEARD')).toMatchObject({
      status: 'OPEN',
      openedAt: '2026-03-01T09:00:00.000Z',
      closedAt: null,
      history: [{ step: 'OPENED', status: 'OPEN', by: null }],
    });
  });

  it('close by themselves once their reason has been gone for seven days, and not if it came back meanwhile', async () => {
    const id = await problem();
    await tenant.resolve(id, '2026-03-01T09:00:00Z');
    await sweepAt('2026-03-08T08:59:59.000Z');
    expect(await flagOf('PROBLEM_OPEN')).toMatchObject({ status: 'OPEN' });
    await tenant.reopen(id, '2026-03-08T08:59:59Z');
    service.setClock('2026-03-09T09:00:00.000Z');
    await tenant.resolve(id, '2026-03-09T09:00:00Z');
    await sweepAt('2026-03-15T09:00:00.000Z');
    expect(await flagOf('PROBLEM_OPEN')).toMatchObject({ status: 'OPEN' });
    await sweepAt('2026-03-16T09:00:00.000Z');
    expect(await flagOf('PROBLEM_OPEN')).toMatchObject({
      status: 'CLOSED',
      closedAt: '2026-03-16T09:00:00.000Z',
    });
    expect(await steps('PROBLEM_OPEN')).toEqual(['OPENED', 'CLOSED']);
    service.setClock('2026-03-20T09:00:00.000Z');
    await tenant.reopen(id, '2026-03-20T09:00:00Z');
    expect(await steps('PROBLEM_OPEN')).toEqual(['OPENED', 'CLOSED', 'REOPENED']);
    expect(await flagOf('PROBLEM_OPEN')).toMatchObject({
      status: 'OPEN',
      openedAt: '2026-03-20T09:00:00.000Z',
      closedAt: null,
    });
  });

  it('are acknowledged, rested and woken, and keep who did it', async () => {
    const key = await service.createUserKey(tenant.tenantId, 'ada@strata.example', Role.ADMIN);
    const id = await opened();
    await service.get(key, ACKNOWLEDGE, { id });
    await service.get(key, ACKNOWLEDGE, { id });
    expect(await tenant.refusal(SNOOZE, { id, until: '2026-03-01' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['until'],
    });
    const { snoozeFlag } = await service.get<{ snoozeFlag: { flag: Flag } }>(key, SNOOZE, {
      id,
      until: '2026-03-03',
    });
    expect(snoozeFlag.flag).toMatchObject({ status: 'SNOOZED', snoozedUntil: '2026-03-03' });
    await sweepAt('2026-03-03T00:00:00.000Z');
    const { history, status, snoozedUntil } = await flagOf('DECIDING_LEVEL_UNHEARD');
    expect([status, snoozedUntil]).toEqual(['OPEN', null]);
    expect(history.map(({ step, by }) => [step, by?.email ?? null])).toEqual([
      ['OPENED', null],
      ['ACKNOWLEDGED', 'ada@strata.example'],
      ['SNOOZED', 'ada@strata.example'],
      ['WOKE', null],
    ]);
  });

  it('that a person closed for a reason stay closed while nothing changes, and come back when it went and returned', async () => {
    const id = await problem();
    const flag = await flagOf('PROBLEM_OPEN');
    expect(await tenant.refusal(CLOSE, { id: flag.id, reason: '  ' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['reason'],
    });
    const { closeFlag } = await tenant.get<{ closeFlag: { flag: Flag } }>(CLOSE, {
      id: flag.id,
      reason: ' Known ',
    });
    expect(closeFlag.flag).toMatchObject({ status: 'CLOSED', closedAt: '2026-03-01T09:00:00.000Z' });
    expect(closeFlag.flag.history.at(-1)).toMatchObject({ step: 'CLOSED', reason: 'Known' });
    await sweepAt('2026-03-20T09:00:00.000Z');
    await tenant.meet('a', ['o'], '2026-03-19T09:00:00Z');
    expect(await flagOf('PROBLEM_OPEN')).toMatchObject({ status: 'CLOSED' });

    await tenant.resolve(id, '2026-03-20T09:00:00Z');
    await sweepAt('2026-03-28T09:00:00.000Z');
    await tenant.reopen(id, '2026-03-28T09:00:00Z');
    expect(await steps('PROBLEM_OPEN')).toEqual(['OPENED', 'CLOSED', 'REOPENED']);
    expect(await flagOf('PROBLEM_OPEN')).toMatchObject({ status: 'OPEN', closedAt: null });
  });

  it('that are closed take nothing but a reopening, and those that are not cannot be reopened', async () => {
    const id = await opened();
    const broken = { code: 'RULE_BROKEN', path: ['id'] };
    expect(await tenant.refusal(REOPEN_FLAG, { id })).toEqual({ ...broken, rule: 'NOT_CLOSED' });
    await tenant.get(CLOSE, { id, reason: 'Known' });
    for (const [query, more] of [
      [ACKNOWLEDGE, {}],
      [SNOOZE, { until: '2026-04-01' }],
      [CLOSE, { reason: 'Twice' }],
    ] as const) {
      expect(await tenant.refusal(query, { id, ...more })).toEqual({ ...broken, rule: 'CLOSED' });
    }
    const { reopenFlag } = await tenant.get<{ reopenFlag: { flag: Flag } }>(REOPEN_FLAG, {
      id,
      reason: 'Too early',
    });
    expect(reopenFlag.flag).toMatchObject({ status: 'OPEN', closedAt: null });
    expect(reopenFlag.flag.history.at(-1)).toMatchObject({ step: 'REOPENED', reason: 'Too early' });
    expect(await tenant.refusal(ACKNOWLEDGE, { id: '01890000-0000-7000-8000-00000000dead' })).toEqual({
      code: 'NOT_FOUND',
      path: ['id'],
    });
    expect(await tenant.refusal(ACKNOWLEDGE, { id: 'x' })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('are opened once however many write to the account at once', async () => {
    await tenant.account('b', { structure: 'FLAT' });
    await tenant.people('b', { p: { level: 'OPERATIONS' } });
    await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        tenant.report('b', ['p'], '2026-03-01T08:00:00Z', { title: `Trouble ${i}` }),
      ),
    );
    const found = (await flags('b')).filter(({ code }) => code === 'PROBLEM_OPEN');
    expect(found).toMatchObject([{ status: 'OPEN', history: [{ step: 'OPENED' }] }]);
    const events = await runSql<{ n: number }>(
      service.database.url,
      'SELECT count(*)::int AS n FROM flag_events e WHERE e.tenant_id = $1 AND e.flag_id = $2',
      [tenant.tenantId, found[0]?.id],
    );
    expect(events).toEqual([{ n: 1 }]);
  });

  it('are taken by one of two who act at once on the same one', async () => {
    const id = await opened();
    const answers = await Promise.all([1, 2].map(() => tenant.ask(CLOSE, { id, reason: 'Known' })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual([
      'OK',
      'RULE_BROKEN',
    ]);
    expect(await steps('DECIDING_LEVEL_UNHEARD')).toEqual(['OPENED', 'CLOSED']);
  });

  it('are listed over the base by status, code and owner, latest first, those closed only when asked for', async () => {
    service.setClock('2026-03-02T09:00:00.000Z');
    await tenant.account('b', { structure: 'FLAT', ownerEmail: 'bob@strata.example' });
    const list = async (filter: Record<string, unknown>): Promise<string[]> => {
      const page = await tenant.get<{
        flags: { totalCount: number; nodes: { code: string; account: { name: string } }[] };
      }>(
        `query ($status: [FlagStatus!], $codes: [RiskReasonCode!], $ownerEmail: String) {
          flags(first: 100, status: $status, codes: $codes, ownerEmail: $ownerEmail) { totalCount nodes { code account { name } } } }`,
        filter,
      );
      expect(page.flags.totalCount).toBe(page.flags.nodes.length);
      return page.flags.nodes.map(({ code, account }) => `${account.name} ${code}`);
    };
    const codes = ['DECIDING_LEVEL_UNHEARD'];
    expect(await list({ codes })).toEqual(['b DECIDING_LEVEL_UNHEARD', 'a DECIDING_LEVEL_UNHEARD']);
    await tenant.get(CLOSE, { id: await opened(), reason: 'Known' });
    expect(await list({ codes })).toEqual(['b DECIDING_LEVEL_UNHEARD']);
    expect(await list({ codes, status: ['CLOSED'] })).toEqual(['a DECIDING_LEVEL_UNHEARD']);
    expect(await list({ status: ['SNOOZED'] })).toEqual([]);
    const ofBob = await list({ ownerEmail: 'Bob@strata.example' });
    expect(ofBob.length).toBeGreaterThan(0);
    expect(ofBob.filter((text) => !text.startsWith('b '))).toEqual([]);
  });
});
