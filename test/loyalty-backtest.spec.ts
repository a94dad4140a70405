import { Role } from '../src/domain/rights.js';
import { accepted, type Outcome } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const SHARE = 'of hits share low high tooFew';
const FOLLOWED = `lost { ${SHARE} } notYetKnown lostAlready afterLoss value { hits of share unvalued }`;
const WARNINGS = `openings { ${FOLLOWED} } accounts { ${FOLLOWED} } lift`;
const FORESEEN = `losses { ${SHARE} } daysAhead { lowerQuartile median upperQuartile } value { hits of share unvalued }`;
const BACKTEST = `query ($from: Date!, $to: Date!, $knowledge: HistoryKnowledge, $filter: AccountFilter) {
  flagBacktest(from: $from, to: $to, knowledge: $knowledge, filter: $filter) {
    from to knowledge currency accounts unseenLosses base { ${FOLLOWED} }
    flagged { ${FORESEEN} } atRisk { ${FORESEEN} } flagsFollowed { ${WARNINGS} } atRiskFollowed { ${WARNINGS} }
    reasons { code foreseen { ${SHARE} } followed { ${WARNINGS} } }
    losses(first: 100) { totalCount nodes {
      account { name } lostOn value { amount currency } seen warnings { code daysAhead } atRiskDaysAhead } }
    notReplayed reading
  }
}`;

interface Loss {
  account: { name: string };
  lostOn: string;
  value: { amount: string; currency: string } | null;
  seen: boolean;
  warnings: { code: string; daysAhead: number }[];
  atRiskDaysAhead: number | null;
}

interface Backtested {
  accounts: number;
  unseenLosses: number;
  base: { lost: { of: number; hits: number } };
  atRisk: { losses: { of: number; hits: number }; value: { share: number } };
  flagged: { losses: { of: number; hits: number } };
  reasons: { code: string; foreseen: { hits: number } }[];
  losses: { totalCount: number; nodes: Loss[] };
  notReplayed: string[];
  reading: string;
}

describe('looking back on losses', () => {
  let service: TestService;
  let tenant: TestTenant;

  const at = (now: string) => service.setClock(`${now}T09:00:00.000Z`);
  const YEAR = { from: '2024-01-01', to: '2024-12-31' };

  async function lookBack(more: object = {}): Promise<Backtested> {
    return (await tenant.get<{ flagBacktest: Backtested }>(BACKTEST, { ...YEAR, ...more })).flagBacktest;
  }

  async function lose(account: string, occurredOn: string, amount: string | null = null): Promise<void> {
    const event = { account: crm(account), kind: 'LOST', occurredOn };
    const { recordLoyaltyEvents } = await tenant.get<{ recordLoyaltyEvents: { results: Outcome[] } }>(
      `mutation ($events: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $events) {
        results { index status error { code message path } } } }`,
      { events: [amount === null ? event : { ...event, amount: { amount, currency: 'EUR' } }] },
    );
    accepted(recordLoyaltyEvents.results);
  }

  const lossOf = (result: Backtested, name: string) =>
    result.losses.nodes.find(({ account }) => account.name === name);

  /** Acme has a grave problem in March and leaves in June; Beta leaves without a word; Gamma stays. */
  beforeEach(async () => {
    service ??= await TestService.start();
    tenant = await TestTenant.create(service);
    at('2024-01-10');
    for (const name of ['Acme', 'Beta', 'Gamma']) {
      await tenant.account(name);
      await tenant.people(name, { [`${name} boss`]: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] } });
    }
    at('2024-03-01');
    await tenant.report('Acme', ['Acme boss'], '2024-02-28T09:00:00Z', { severity: 'CRITICAL' });
    at('2024-07-05');
    await lose('Acme', '2024-06-29');
    await lose('Beta', '2024-06-29', '40000');
    at('2026-01-01');
  });
  afterAll(() => service.stop());

  it('says what was flagged before, by what and how long ahead', async () => {
    const result = await lookBack();
    expect(result).toMatchObject({ accounts: 3, unseenLosses: 0, notReplayed: [] });
    expect(result.losses.totalCount).toBe(2);
    const acme = lossOf(result, 'Acme');
    expect(acme).toMatchObject({ lostOn: '2024-06-29', seen: true, atRiskDaysAhead: 120 });
    expect(acme?.value).toEqual({ amount: '100000', currency: 'EUR' });
    expect(acme?.warnings).toContainEqual({ code: 'PROBLEM_OPEN', daysAhead: 120 });
    expect(acme?.warnings).toContainEqual({ code: 'DECIDING_LEVEL_UNHEARD', daysAhead: 171 });
    expect(lossOf(result, 'Beta')).toMatchObject({ atRiskDaysAhead: null });
    expect(lossOf(result, 'Beta')?.value).toEqual({ amount: '40000', currency: 'EUR' });
    expect(result.atRisk).toMatchObject({ losses: { of: 2, hits: 1 }, value: { share: 0.714286 } });
    expect(result.flagged.losses).toMatchObject({ of: 2, hits: 2 });
    expect(result.base.lost).toMatchObject({ of: 3, hits: 2 });
    expect(result.reasons.find(({ code }) => code === 'PROBLEM_OPEN')).toMatchObject({
      foreseen: { of: 2, hits: 1 },
      followed: { openings: { lost: { of: 1, hits: 1 } }, lift: null },
    });
    expect(result.reading).toContain('Of 2 losses, 2 had an open flag and 1 stood at risk');
  });

  it('takes nothing recorded later for known at the time', async () => {
    const before = await lookBack();
    const first = await tenant.answer('Gamma boss', 9, '2025-05-01T09:00:00Z');
    await tenant.report('Beta', ['Beta boss'], '2024-02-01T09:00:00Z', { severity: 'CRITICAL' });
    await tenant.answer('Beta boss', 0, '2024-03-01T09:00:00Z');
    await tenant.answer('Gamma boss', 1, '2024-05-01T09:00:00Z', { supersedes: first });
    await tenant.people('Beta', { 'Beta boss': { endedOn: '2024-04-01' } });
    await tenant.people('Gamma', { 'Gamma boss': { level: 'OPERATIONS' } });
    await service.sweep();
    expect(await lookBack()).toEqual(before);
  });

  it('replays what happened by its date, however late it was recorded', async () => {
    await tenant.report('Beta', ['Beta boss'], '2024-02-10T09:00:00Z', { severity: 'CRITICAL' });
    await tenant.answer('Beta boss', 0, '2024-02-11T09:00:00Z');
    const result = await lookBack({ knowledge: 'AS_HAPPENED' });
    // From the end of February, the first month end after it happened.
    expect(lossOf(result, 'Beta')?.warnings).toContainEqual({ code: 'PROBLEM_OPEN', daysAhead: 121 });
    expect(lossOf(result, 'Beta')?.atRiskDaysAhead).toBe(121);
    expect(result.notReplayed.length).toBeGreaterThan(0);
    expect(lossOf(await lookBack(), 'Beta')?.atRiskDaysAhead).toBeNull();
  });

  it('replays no month by what came after it', async () => {
    const problem = await tenant.report('Beta', ['Beta boss'], '2024-02-10T09:00:00Z');
    const answer = await tenant.answer('Beta boss', 2, '2024-02-11T09:00:00Z');
    const replay = () => lookBack({ knowledge: 'AS_HAPPENED' });
    const before = await replay();
    await tenant.resolve(problem, '2025-02-01T09:00:00Z');
    await tenant.answer('Beta boss', 10, '2025-02-01T09:00:00Z', { supersedes: answer });
    await tenant.answer('Gamma boss', 0, '2025-02-01T09:00:00Z');
    await tenant.meet('Beta', ['Beta boss'], '2025-02-01T09:00:00Z');
    await tenant.report('Gamma', ['Gamma boss'], '2025-02-01T09:00:00Z', { severity: 'CRITICAL' });
    await tenant.people('Gamma', {
      'Gamma boss': { endedOn: '2025-02-01' },
      'Gamma heir': { level: 'MANAGEMENT', startedOn: '2025-02-01' },
    });
    expect(await replay()).toEqual(before);
  });

  it('knows nothing of an account that came only when it was lost', async () => {
    at('2026-01-01');
    await tenant.account('Delta');
    await lose('Delta', '2024-10-01');
    const result = await lookBack();
    expect(result.unseenLosses).toBe(1);
    expect(lossOf(result, 'Delta')).toMatchObject({ seen: false, warnings: [] });
    expect(result.flagged.losses.of).toBe(2);
  });

  it('counts apart the warnings whose year is not over', async () => {
    at('2025-02-01');
    const early = await lookBack();
    expect(early.reasons.find(({ code }) => code === 'PROBLEM_OPEN')).toMatchObject({
      followed: { openings: { lost: { of: 0, share: null }, notYetKnown: 1, lostAlready: 1 } },
    });
  });

  it('leaves departments of ours out, and what others own', async () => {
    await tenant.account('Own logistics', { kind: 'INTERNAL' });
    await tenant.account('Acme', { ownerEmail: 'ann@strata.example' });
    expect((await lookBack()).accounts).toBe(3);
    const key = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ACCOUNT_MANAGER);
    for (const knowledge of ['AS_RECORDED', 'AS_HAPPENED']) {
      const { flagBacktest } = await service.get<{ flagBacktest: Backtested }>(key, BACKTEST, {
        ...YEAR,
        knowledge,
      });
      expect(flagBacktest.losses.nodes.map(({ account }) => account.name)).toEqual(['Acme']);
    }
  });

  it('shows losses in pages', async () => {
    const query = `query ($after: String) { flagBacktest(from: "2024-01-01", to: "2024-12-31") {
      losses(first: 1, after: $after) { nodes { account { name } } pageInfo { hasNextPage endCursor } } } }`;
    interface Page {
      flagBacktest: {
        losses: {
          nodes: { account: { name: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    }
    const first = (await tenant.get<Page>(query)).flagBacktest.losses;
    const second = (await tenant.get<Page>(query, { after: first.pageInfo.endCursor })).flagBacktest.losses;
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...first.nodes, ...second.nodes].map(({ account }) => account.name).sort()).toEqual([
      'Acme',
      'Beta',
    ]);
    expect(await tenant.refusal(query, { after: 'x' })).toEqual({ code: 'INVALID_INPUT', path: ['after'] });
  });

  it.each([
    [{ from: '2024-05-01', to: '2024-04-30' }, ['to']],
    [{ from: '2024-05-01', to: '2026-01-02' }, ['to']],
    [{ from: '2010-01-01', to: '2024-04-30' }, ['from']],
    [{ ...YEAR, filter: { standing: ['AT_RISK'] } }, ['filter', 'standing']],
    [{ ...YEAR, filter: { lost: false } }, ['filter', 'lost']],
    [{ ...YEAR, filter: { kind: 'INTERNAL' } }, ['filter', 'kind']],
  ])('refuses %j', async (variables, path) => {
    expect(await tenant.refusal(BACKTEST, variables)).toEqual({ code: 'INVALID_INPUT', path });
  });

  it('refuses to replay more than it can in a while, and says how much that was', async () => {
    const many = Array.from({ length: 160 }, (_, index) => ({
      ...crm(`m${index}`),
      name: `M${index}`,
      segment: 'M',
    }));
    accepted(await tenant.upsertAccounts(many));
    const all = { from: '2016-01-02', to: '2026-01-01', knowledge: 'AS_HAPPENED' };
    const { errors } = await tenant.ask(BACKTEST, all);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      details: { accounts: 163, months: 132, accountMonths: 21516, limit: 20000 },
    });
    expect((await lookBack({ ...all, knowledge: 'AS_RECORDED' })).losses.totalCount).toBe(2);
    const few = { ...all, filter: { search: 'Acme' } };
    expect((await lookBack(few)).losses.totalCount).toBe(1);
  });
});
