import { AccessService } from '../src/access/access.service.js';
import { InsightsService } from '../src/advocacy/insights/insights.service.js';
import { TeachingsService } from '../src/advocacy/teachings/teachings.service.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { Role, Scope } from '../src/domain/rights.js';
import { OurFunction } from '../src/domain/terms.js';
import { runSql } from './direct-sql.js';
import { TestService } from './service.js';

const ref = (id: string) => ({ external: { system: 'crm', id } });

describe('advocates', () => {
  let service: TestService;
  let key: string;
  let tenantId: string;

  beforeEach(async () => {
    service = await TestService.start();
    service.setClock('2026-06-30T12:00:00.000Z');
    ({ key, tenantId } = await service.createTenant());
    await service.get(
      key,
      `mutation ($accounts: [AccountInput!]!) { upsertAccounts(accounts: $accounts, atomic: true) { results { status } } }`,
      { accounts: ['acme', 'bolt'].map((name) => ({ ...ref(name), name, structure: 'FLAT' })) },
    );
  });
  afterEach(() => service.stop());

  async function person(name: string, more: object = {}, at = 'acme'): Promise<void> {
    await service.get(
      key,
      `mutation ($person: StakeholderInput!) { upsertStakeholders(stakeholders: [$person], atomic: true) { results { status error { message } } } }`,
      { person: { ...ref(name), account: ref(at), fullName: name, level: 'OPERATIONS', ...more } },
    );
  }

  const said = (name: string, number: number, answeredAt = '2026-06-01T10:00:00Z', more: object = {}) =>
    service.get(
      key,
      `mutation ($answer: SatisfactionAnswerInput!) { recordSatisfaction(answers: [$answer], atomic: true) { results { status error { message } } } }`,
      { answer: { stakeholder: ref(name), instrument: 'NPS', value: { number }, answeredAt, ...more } },
    );

  async function kit(title = 'Figures'): Promise<string> {
    const { createKit } = await service.get<{ createKit: { id: string } }>(
      key,
      `mutation ($title: String!) { createKit(input: {title: $title, version: "1"}) { id } }`,
      { title },
    );
    return createKit.id;
  }

  const equip = (name: string, id: string, equippedAt: string) =>
    service.ask<{ equipAdvocate: { status: string } }>(
      key,
      `mutation ($input: EquipAdvocateInput!) { equipAdvocate(input: $input) { status } }`,
      { input: { advocate: ref(name), kit: id, equippedAt } },
    );

  const speak = (name: string, to: string, occurredAt: string, why: string | null = null) =>
    service.ask(
      key,
      `mutation ($input: RecordAmplificationInput!, $why: String) { recordAmplification(input: $input, overrideReason: $why) { id } }`,
      {
        input: {
          advocate: ref(name),
          audience: [{ stakeholder: ref(to) }],
          message: 'It works.',
          occurredAt,
        },
        why,
      },
    );

  async function statuses(using = key, filter = ''): Promise<Record<string, string>> {
    const { advocates } = await service.get<{
      advocates: { nodes: { status: string; stakeholder: { fullName: string } }[] };
    }>(using, `{ advocates${filter} { nodes { status stakeholder { fullName } } } }`);
    return Object.fromEntries(
      advocates.nodes.map(({ status, stakeholder }) => [stakeholder.fullName, status]),
    );
  }

  it('are listed with the status that the rules give them', async () => {
    const id = await kit();
    const everybody = [
      'candidate',
      'passive',
      'late',
      'corrected',
      'troubled',
      'equipped',
      'active',
      'resting',
      'fallen',
      'left',
      'guessed',
    ];
    for (const name of everybody) await person(name, name === 'left' ? { endedOn: '2026-06-29' } : {});
    for (const name of ['candidate', 'troubled', 'equipped', 'active', 'resting', 'left'])
      await said(name, 10);
    await said('passive', 10, '2026-05-01T10:00:00Z');
    await said('passive', 8);
    await said('late', 10, '2025-06-29T10:00:00Z');
    await said('corrected', 9, '2026-06-01T10:00:00Z', { external: { system: 'survey', id: '1' } });
    await said('guessed', 10, '2026-06-01T10:00:00Z', { provenance: 'OUR_ESTIMATE' });
    await said('fallen', 3);
    for (const name of ['equipped', 'active', 'resting', 'fallen']) {
      expect((await equip(name, id, '2025-11-01T10:00:00Z')).errors).toBeUndefined();
    }
    await speak('active', 'passive', '2026-01-01T12:00:00Z');
    await speak('resting', 'passive', '2026-01-01T11:59:59Z');
    await service.get(
      key,
      `mutation { reportProblem(input: {account: {external: {system: "crm", id: "acme"}}, title: "Late", severity: LOW,
         occurredAt: "2026-06-29T10:00:00Z", reportedBy: [{external: {system: "crm", id: "troubled"}}]}) { problem { id } } }`,
    );
    expect(await statuses()).toEqual({
      candidate: 'CANDIDATE',
      corrected: 'CANDIDATE',
      equipped: 'EQUIPPED',
      active: 'ACTIVE',
      resting: 'RESTING',
      fallen: 'RESTING',
    });
    expect(await statuses(key, '(status: [ACTIVE, EQUIPPED])')).toEqual({
      equipped: 'EQUIPPED',
      active: 'ACTIVE',
    });
    const { advocates } = await service.get<{ advocates: { nodes: object[] } }>(
      key,
      '{ advocates(status: [CANDIDATE], first: 1) { totalCount nodes { guardedBy askableFrom guards { code reason until } } } }',
    );
    expect(advocates).toEqual({
      totalCount: 2,
      nodes: [
        {
          guardedBy: ['PROBLEM_OPEN'],
          askableFrom: null,
          guards: [
            {
              code: 'PROBLEM_OPEN',
              reason: '"Late" stands open: solve it before asking for anything.',
              until: null,
            },
          ],
        },
      ],
    });
  });

  it('are read in pages, of the accounts one may see', async () => {
    for (const [name, at] of [
      ['ann', 'acme'],
      ['ben', 'bolt'],
      ['cid', 'acme'],
    ] as const) {
      await person(name, {}, at);
      await said(name, 9);
    }
    const first = await service.get<{
      advocates: { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }>(
      key,
      '{ advocates(first: 2) { nodes { stakeholder { fullName } } pageInfo { endCursor hasNextPage } } }',
    );
    expect(first.advocates.nodes).toEqual([
      { stakeholder: { fullName: 'ann' } },
      { stakeholder: { fullName: 'cid' } },
    ]);
    const next = await service.get<{ advocates: object }>(
      key,
      'query ($after: String) { advocates(first: 2, after: $after) { nodes { stakeholder { fullName } } } }',
      { after: first.advocates.pageInfo.endCursor },
    );
    expect(next.advocates).toEqual({ nodes: [{ stakeholder: { fullName: 'ben' } }] });
    await service.get(
      key,
      `mutation { upsertAccounts(accounts: [{external: {system: "crm", id: "bolt"}, ownerEmail: "ada@example.com"}]) { results { status } } }`,
    );
    const manager = await service.createUserKey(tenantId, 'ada@example.com', Role.ACCOUNT_MANAGER);
    expect(await statuses(manager)).toEqual({ ben: 'CANDIDATE' });
    const { key: stranger } = await service.createTenant();
    expect(await statuses(stranger)).toEqual({});
  });

  it('are not asked by two at once', async () => {
    await person('ann');
    await person('ben');
    await said('ann', 10);
    const answers = await Promise.all([
      speak('ann', 'ben', '2026-06-30T10:00:00Z'),
      speak('ann', 'ben', '2026-06-30T11:00:00Z'),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes).toContain('RULE_BROKEN');
  });

  it('speak to others, of their own account, and while they are there', async () => {
    await person('ann', { endedOn: '2026-06-15' });
    await person('ben');
    await person('far', {}, 'bolt');
    const code = async (...given: Parameters<typeof speak>) =>
      (await speak(...given)).errors?.[0]?.extensions.code;
    expect(await code('ben', 'ben', '2026-06-30T10:00:00Z')).toBe('INVALID_INPUT');
    expect(await code('ben', 'far', '2026-06-30T10:00:00Z')).toBe('RULE_BROKEN');
    expect(await code('ben', 'nobody', '2026-06-30T10:00:00Z')).toBe('NOT_FOUND');
    expect(await code('ben', 'ann', '2026-06-30T13:00:00Z')).toBe('INVALID_INPUT');
    expect(await code('ann', 'ben', '2026-06-16T10:00:00Z')).toBe('RULE_BROKEN');
    expect(await code('ann', 'ben', '2026-06-15T10:00:00Z')).toBeUndefined();
    expect((await equip('ann', await kit(), '2026-06-20T10:00:00Z')).errors?.[0]?.extensions.code).toBe(
      'RULE_BROKEN',
    );
    expect((await equip('ann', await kit('More'), '2026-06-10T10:00:00Z')).data.equipAdvocate.status).toBe(
      'RESTING',
    );
  });

  it('have kits whose versions are told apart', async () => {
    await kit();
    const again = await service.ask(
      key,
      `mutation { createKit(input: {title: "Figures", version: "1"}) { id } }`,
    );
    expect(again.errors?.[0]?.extensions.code).toBe('CONFLICT');
    const link = await service.ask(
      key,
      `mutation { createKit(input: {title: "Figures", version: "2", links: [{title: "x", url: "javascript:alert(1)"}]}) { id } }`,
    );
    expect(link.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('take what other systems recorded in any number, each once', async () => {
    await person('ann');
    const scope = { tenantId, ownerId: null, access: 'write' as const };
    const caller = { tenantId, keyId: null, user: null, role: null, scopes: [Scope.WRITE] };
    const insight = (id: string, more: object = {}) => ({
      external: { system: 'notes', id },
      account: ref('acme'),
      ourFunction: OurFunction.FIELD,
      statement: 'They like it.',
      heardFrom: [ref('ann')],
      learnedAt: '2026-06-01T10:00:00.000Z',
      ...more,
    });
    const taught = {
      external: { system: 'notes', id: '1' },
      account: ref('acme'),
      stakeholders: [ref('ann')],
      topic: 'Peers',
      taughtAt: '2026-06-01T10:00:00.000Z',
    };
    const outcomes = await service.app.get(TenantTransaction).run(scope, async () => {
      service.app.get(AccessService).enter(caller, 'write');
      const insights = service.app.get(InsightsService);
      return [
        ...(await insights.writeInsights(
          [
            insight('1'),
            insight('2', { account: ref('nobody') }),
            insight('1'),
            insight('3', { statement: ' ' }),
          ],
          false,
        )),
        ...(await insights.writeInsights([insight('1'), insight('4')], false)),
        ...(await service.app.get(TeachingsService).writeTeachings([taught, taught], false)),
      ];
    });
    expect(outcomes.map(({ index, status, error }) => [index, status, error?.code ?? null])).toEqual([
      [0, 'CREATED', null],
      [1, 'REJECTED', 'NOT_FOUND'],
      [2, 'UNCHANGED', null],
      [3, 'REJECTED', 'INVALID_INPUT'],
      [0, 'UNCHANGED', null],
      [1, 'CREATED', null],
      [0, 'CREATED', null],
      [1, 'UNCHANGED', null],
    ]);
    const { account } = await service.get<{ account: object }>(
      key,
      '{ account(ref: {external: {system: "crm", id: "acme"}}) { insights(ourFunction: FIELD) { totalCount } teachings { totalCount } } }',
    );
    expect(account).toEqual({ insights: { totalCount: 2 }, teachings: { totalCount: 1 } });
  });

  it('are asked, listed and resting by the numbers of the tenant, where it has its own', async () => {
    await person('olga');
    await person('max', { level: 'MANAGEMENT' });
    await said('olga', 8);
    expect(await statuses()).toEqual({});
    const overrides = { advocacy: { topBoxFrom: 80, activeDays: 5, askDays: 60 } };
    await runSql(
      service.database.url,
      'UPDATE tenant_settings SET method_overrides = $2 WHERE tenant_id = $1',
      [tenantId, JSON.stringify(overrides)],
    );
    expect(await statuses()).toEqual({ olga: 'CANDIDATE' });
    await speak('olga', 'max', '2026-06-20T10:00:00Z');
    expect(await statuses()).toEqual({ olga: 'RESTING' });
    const { advocates } = await service.get<{ advocates: { nodes: { askableFrom: string }[] } }>(
      key,
      '{ advocates { nodes { askableFrom } } }',
    );
    expect(advocates.nodes).toEqual([{ askableFrom: '2026-08-19' }]);
  });
});
