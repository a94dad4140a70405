import { accepted, said } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Figures {
  criterion: string;
  people: number;
  mean: number | null;
  low: number | null;
  high: number | null;
  change: number | null;
}

interface Card {
  known: number;
  heard: number;
  weakest: string[];
  criteria: Figures[];
  levels: { level: string; known: number; heard: number; criteria: Figures[] }[];
  heardFrom: { fullName: string }[];
  unheard: { fullName: string }[];
  reading: string;
}

const FIGURES = 'criterion people mean low high peopleBefore meanBefore change changeLow changeHigh';
const CARD = `from to known heard weakest criteria { ${FIGURES} } levels { level known heard weakest criteria { ${FIGURES} } }
  heardFrom { fullName } unheard { fullName } reading`;
const REPORT = `{ internalReport { count heardCount together { ${CARD} }
  criteria { criterion departments lowest { account { name } mean people } }
  departments(first: 10) { totalCount nodes { name servedBy scorecard { heard known } } } } }`;
const ASSIGN = 'mutation ($input: TeamMemberInput!) { assignTeamMember(input: $input) { id } }';
const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const ITEMS = ['LISTENING', 'IMPORTANCE', 'DIFFERENCES', 'HONESTY', 'RELIABILITY', 'AUTHENTICITY'];

describe('departments as internal customers', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-06-30T12:00:00.000Z');
    tenant = await TestTenant.create(service);
  });

  const department = (id: string, more: object = {}) => tenant.account(id, { kind: 'INTERNAL', ...more });
  const rate = async (
    who: string,
    rating: number,
    more: Record<string, number> = {},
    answeredAt = '2026-06-20T09:00:00Z',
  ) => {
    const items = ITEMS.map((item) => ({ item, rating: more[item] ?? rating }));
    const answer = {
      stakeholder: crm(who),
      instrument: 'POINTS_OF_CONNECTION',
      value: { items },
      answeredAt,
    };
    accepted(await tenant.recordSatisfaction([answer]));
  };
  const card = async (id: string): Promise<Card> => {
    const { account } = await tenant.get<{ account: { scorecard: Card } }>(
      `query ($ref: RefInput!) { account(ref: $ref) { scorecard { ${CARD} } } }`,
      { ref: crm(id) },
    );
    return account.scorecard;
  };

  describe('have a scorecard', () => {
    it('of each point of connection: mean, people, interval and change against the half-year before', async () => {
      await department('finance');
      await tenant.people('finance', {
        ada: { level: 'OPERATIONS' },
        ben: { level: 'OPERATIONS' },
        eva: { level: 'MANAGEMENT' },
      });
      await rate('ada', 5, {}, '2025-12-01T09:00:00Z');
      await rate('ada', 4, { RELIABILITY: 2 });
      await rate('eva', 2);
      const shown = await card('finance');
      expect(shown).toMatchObject({
        from: '2026-01-01T12:00:00.000Z',
        to: '2026-06-30T12:00:00.000Z',
        known: 3,
        heard: 2,
        weakest: ['RELIABILITY'],
        heardFrom: [{ fullName: 'ada' }, { fullName: 'eva' }],
        unheard: [{ fullName: 'ben' }],
      });
      const [listening] = shown.criteria;
      // 4 and 2: mean 3, their own spread sqrt(2), so 3 +- 1.959964 x sqrt(2 / 2) = 1.040036 to 4.959964.
      expect(listening).toMatchObject({
        criterion: 'LISTENING',
        people: 2,
        mean: 3,
        low: 1.040036,
        high: 4.959964,
        meanBefore: 5,
        peopleBefore: 1,
        change: -2,
      });
      expect(
        shown.levels.map(({ level, known, heard, criteria }) => [level, known, heard, criteria[0]?.mean]),
      ).toEqual([
        ['OPERATIONS', 2, 1, 4],
        ['MANAGEMENT', 1, 1, 2],
      ]);
      expect(shown.reading).toBe(
        '2 of 3 people heard in the last half-year. Lowest: "We do what we say", 2.0 of 5. These are the words of so few that one more answer can turn the picture.',
      );
    });

    it('in which only what they stated themselves counts, once corrected, while they are there', async () => {
      await department('finance');
      await tenant.people('finance', { ada: {}, gone: { endedOn: '2026-06-25' }, ours: {} });
      await rate('ada', 1);
      await rate('gone', 1);
      const items = ITEMS.map((item) => ({ item, rating: 5 }));
      const base = {
        instrument: 'POINTS_OF_CONNECTION',
        value: { items },
        answeredAt: '2026-06-20T09:00:00Z',
      };
      const { account } = await tenant.get<{
        account: { stakeholders: { nodes: { answers: { nodes: { id: string }[] } }[] } };
      }>(
        'query ($ref: RefInput!) { account(ref: $ref) { stakeholders { nodes { answers { nodes { id } } } } } }',
        { ref: crm('finance') },
      );
      const supersedes = account.stakeholders.nodes[0]?.answers.nodes[0]?.id;
      accepted(
        await tenant.recordSatisfaction([
          { ...base, stakeholder: crm('ada'), supersedes },
          { ...base, stakeholder: crm('ours'), provenance: 'OUR_ESTIMATE' },
        ]),
      );
      const shown = await card('finance');
      expect(shown).toMatchObject({ known: 2, heard: 1 });
      expect(shown.criteria[0]).toMatchObject({ people: 1, mean: 5 });
    });

    it('that says it knows nothing where nobody was heard', async () => {
      await department('finance');
      await tenant.people('finance', { ada: {} });
      const shown = await card('finance');
      expect(
        shown.criteria.every(
          ({ people, mean, low, high, change }) =>
            people === 0 && [mean, low, high, change].every((each) => each === null),
        ),
      ).toBe(true);
      expect(shown).toMatchObject({
        weakest: [],
        reading: 'Nobody of 1 person was heard in the last half-year, so nothing is known here.',
      });
    });
  });

  it('are reported together: who serves them, where each point stands lowest, who was heard', async () => {
    await department('finance');
    await department('logistics');
    await department('silent', { name: 'silent' });
    await tenant.account('customer');
    await tenant.people('finance', { ada: {}, ben: {} });
    await tenant.people('logistics', { lee: {} });
    await tenant.people('silent', { sid: {} });
    await tenant.people('customer', { cat: {} });
    await rate('ada', 4);
    await rate('ben', 4, { HONESTY: 2 });
    await rate('lee', 3, { HONESTY: 4 });
    await rate('cat', 1);
    const join = (account: string, userEmail: string, ourFunction: string, leader = false) =>
      tenant.get(ASSIGN, { input: { account: crm(account), userEmail, ourFunction, leader } });
    await join('finance', 'eng@strata.example', 'ENGINEERING');
    await join('finance', 'sup@strata.example', 'SUPPORT', true);
    await join('finance', 'two@strata.example', 'SUPPORT');
    const { internalReport } = await tenant.get<{
      internalReport: Record<string, unknown> & { together: Card; criteria: { criterion: string }[] };
    }>(REPORT);
    expect(internalReport).toMatchObject({
      count: 3,
      heardCount: 2,
      together: { known: 4, heard: 3, weakest: ['HONESTY'] },
      departments: {
        totalCount: 3,
        nodes: [
          { name: 'finance', servedBy: ['SUPPORT', 'ENGINEERING'], scorecard: { heard: 2, known: 2 } },
          { name: 'logistics', servedBy: [], scorecard: { heard: 1, known: 1 } },
          { name: 'silent', servedBy: [], scorecard: { heard: 0, known: 1 } },
        ],
      },
    });
    expect(internalReport.criteria.find(({ criterion }) => criterion === 'HONESTY')).toEqual({
      criterion: 'HONESTY',
      departments: 2,
      lowest: [
        { account: { name: 'finance' }, mean: 3, people: 2 },
        { account: { name: 'logistics' }, mean: 4, people: 1 },
      ],
    });
  });

  describe('stand outside every revenue figure', () => {
    const value = { annualValue: EUR('900000') };

    it('by having no annual value: one is refused, and so is making a valued customer one', async () => {
      const [refused] = await tenant.upsertAccounts([
        { ...crm('finance'), name: 'Finance', kind: 'INTERNAL', ...value },
      ]);
      expect(refused).toMatchObject({
        status: 'REJECTED',
        error: { code: 'RULE_BROKEN', path: ['annualValue'] },
      });
      await department('finance');
      await tenant.account('acme', value);
      const attempts = [
        { ...crm('finance'), ...value },
        { ...crm('acme'), kind: 'INTERNAL' },
      ];
      expect(said(await tenant.upsertAccounts(attempts))).toEqual(
        Array(2).fill('REJECTED RULE_BROKEN annualValue'),
      );
      expect(
        said(await tenant.upsertAccounts([{ ...crm('acme'), kind: 'INTERNAL', annualValue: null }])),
      ).toEqual(['UPDATED']);
      expect(said(await tenant.upsertAccounts([{ ...crm('acme'), kind: 'CUSTOMER', ...value }]))).toEqual([
        'UPDATED',
      ]);
      const [kept] = await tenant.upsertAccounts([{ ...crm('finance'), segment: 'Head office' }]);
      expect(kept?.row).toMatchObject({ kind: 'INTERNAL', annualValue: null });
    });

    const FIGURES_OF_REVENUE = `{
      atRiskAccounts(filter: { standing: [SAFE, DIVERGING, AT_RISK, UNKNOWN] }) { totalCount nodes { name } }
      baseAtRisk { atLeast atMost valueAtLeast valueAtMost standings { standing accounts unvalued value { amount } } }
      bySegment: baseAtRisk(groupBy: SEGMENT) { group atLeast valueAtLeast standings { accounts value { amount } } }
      byOwner: baseAtRisk(groupBy: OWNER) { group atLeast valueAtLeast standings { accounts value { amount } } }
      loyaltyEconomics {
        problems { problemsAYear valueAtStake unvalued }
        riskCost { valueAtRisk base { accounts value unvalued } atRisk { accounts value } atRiskOrUnknown { accounts value } }
      }
    }`;

    async function unhappy(id: string): Promise<void> {
      await tenant.people(id, {
        [`${id} max`]: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] },
        [`${id} olga`]: { level: 'OPERATIONS' },
      });
      for (const who of [`${id} max`, `${id} olga`]) await tenant.answer(who, 0, '2026-06-01T09:00:00Z');
      await tenant.report(id, [`${id} olga`], '2026-06-10T09:00:00Z', { severity: 'CRITICAL' });
    }

    it('whatever they answer: no list and no share of the base changes when a department is at risk', async () => {
      await tenant.account('acme', { segment: 'Rail', ownerEmail: 'ann@strata.example' });
      await unhappy('acme');
      const before = await tenant.get<object>(FIGURES_OF_REVENUE);
      await department('finance', { segment: 'Rail', ownerEmail: 'ann@strata.example' });
      await unhappy('finance');
      expect(await tenant.get<object>(FIGURES_OF_REVENUE)).toEqual(before);
      expect(before).toMatchObject({ atRiskAccounts: { totalCount: 1 }, baseAtRisk: [{ atLeast: 1 }] });
    });

    it('but have a standing and reasons of their own, without money, where they are asked for', async () => {
      await department('finance', { structure: 'HIERARCHICAL' });
      await unhappy('finance');
      const solved = await tenant.report('finance', ['finance max'], '2026-06-11T09:00:00Z', {
        title: 'Wrong bill',
      });
      await tenant.resolve(solved, '2026-06-12T09:00:00Z');
      await tenant.tell(solved, ['finance olga'], 'TOLD_OF_PROBLEM', '2026-06-12T08:00:00Z');
      await tenant.tell(solved, ['finance olga'], 'TOLD_OF_RESOLUTION', '2026-06-13T08:00:00Z');
      const { standing, valueAtRisk, reasons } = await tenant.stored('finance');
      expect({ standing, valueAtRisk }).toEqual({ standing: 'AT_RISK', valueAtRisk: null });
      expect(reasons.map(({ code }) => code)).toContain('PROBLEM_OPEN');
      const asked = await tenant.get<object>(`{
        accounts(filter: { kind: INTERNAL }) { totalCount }
        baseAtRisk(filter: { kind: INTERNAL }) { atLeast valueAtLeast standings { accounts value { amount } } }
        internal: flags(kind: INTERNAL) { nodes { account { name } } }
        customers: flags(kind: CUSTOMER) { totalCount }
        gaps: knowledgeGaps(kind: INTERNAL) { totalCount }
        gapsOfCustomers: knowledgeGaps(kind: CUSTOMER) { totalCount }
      }`);
      expect(asked).toMatchObject({
        accounts: { totalCount: 1 },
        baseAtRisk: [{ atLeast: 1, valueAtLeast: 0 }],
        customers: { totalCount: 0 },
        gaps: { totalCount: 1 },
        gapsOfCustomers: { totalCount: 0 },
      });
      expect((asked as { internal: { nodes: object[] } }).internal.nodes.length).toBeGreaterThan(0);
      expect(JSON.stringify(asked)).not.toContain('amount');
    });

    it('and stop being revenue on the day a customer turns out to be one of them', async () => {
      await tenant.account('acme', { structure: 'HIERARCHICAL' });
      await unhappy('acme');
      const atRisk = async () =>
        (await tenant.get<{ atRiskAccounts: { totalCount: number } }>('{ atRiskAccounts { totalCount } }'))
          .atRiskAccounts.totalCount;
      expect(await atRisk()).toBe(1);
      expect((await tenant.stored('acme')).valueAtRisk).not.toBeNull();
      accepted(await tenant.upsertAccounts([{ ...crm('acme'), kind: 'INTERNAL', annualValue: null }]));
      expect(await atRisk()).toBe(0);
      expect((await tenant.stored('acme')).valueAtRisk).toBeNull();
    });
  });
});
