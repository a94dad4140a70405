import { DEMO_ACCOUNTS } from '../src/demo/stories/accounts.js';
import { DemoService } from '../src/demo/demo.service.js';
import { tellPortfolio } from '../src/demo/portfolio.js';
import type { StoryName } from '../src/demo/stories/stories.js';
import { SweepService } from '../src/assessment/sweep/sweep.service.js';
import { Scope } from '../src/domain/rights.js';
import { TestService } from './service.js';

interface DemoAnswer {
  name: string;
  structure: string;
  segment: string;
  owner: { email: string };
  parent: { name: string } | null;
  assessment: { standing: string; reasons: { code: string }[]; levels: { level: string; known: number }[] };
  assessmentHistory: { nodes: { standing: string; assessedAt: string }[] };
  stakeholders: { nodes: DemoStakeholder[] };
}

interface DemoStakeholder {
  fullName: string;
  email: string;
  level: string;
  levelBasis: string;
  endedOn: string | null;
  reportsTo: object | null;
  successor: object | null;
  answers: { nodes: { instrument: string; provenance: string; answeredAt: string }[] };
}

const PORTFOLIO = `{ accounts(first: 100) { nodes {
  name structure segment owner { email } parent { name }
  assessment { standing reasons { code } levels { level known } }
  assessmentHistory(first: 50) { nodes { standing assessedAt } }
  stakeholders(first: 30, includeFormer: true) { nodes {
    fullName email level levelBasis endedOn reportsTo { id } successor { id }
    answers(first: 50) { nodes { instrument provenance answeredAt } } } } } } }`;

/** What each story is there to show; it must show it on any day. */
const SHOWS: Record<StoryName, [standing: string, ...reasons: string[]]> = {
  contentHierarchy: ['SAFE'],
  contentUsers: ['SAFE'],
  contentEverywhere: ['SAFE'],
  observedUsers: ['SAFE'],
  observedHierarchy: ['SAFE'],
  unhappyTop: ['AT_RISK', 'LEVELS_DIVERGE', 'DECIDING_LEVEL_DISSATISFIED'],
  unhappyTopOfUsers: ['DIVERGING', 'LEVELS_DIVERGE'],
  unhappyUsers: ['AT_RISK', 'DECIDING_LEVEL_DISSATISFIED'],
  unhappyBase: ['DIVERGING', 'LEVELS_DIVERGE'],
  silentTop: ['UNKNOWN', 'DECIDING_LEVEL_UNHEARD', 'DECIDING_LEVEL_SILENT'],
  unheardTop: ['UNKNOWN', 'DECIDING_LEVEL_UNHEARD'],
  unheardUsers: ['UNKNOWN', 'DECIDING_LEVEL_UNHEARD'],
  nobodyAsked: ['UNKNOWN', 'DECIDING_LEVEL_UNHEARD'],
  fellSilent: ['SAFE', 'DECIDING_LEVEL_SILENT'],
  championLeft: ['AT_RISK', 'KEY_STAKEHOLDER_LEFT'],
  deciderLeft: ['SAFE', 'KEY_STAKEHOLDER_LEFT'],
  deciderSucceeded: ['SAFE'],
  singleThread: ['SAFE', 'SINGLE_THREADED', 'ONE_PERSON_RELATIONSHIP'],
  declining: ['SAFE', 'DECLINING'],
  overestimated: ['AT_RISK', 'OVERESTIMATED'],
  wouldNotBuyAgain: ['AT_RISK', 'STATED_DEFECTION'],
  wouldNotRecommend: ['AT_RISK', 'STATED_DEFECTION'],
  recovered: ['SAFE'],
};

describe('the demo portfolio', () => {
  let service: TestService;
  let accounts: DemoAnswer[];
  let key: string;
  const account = (name: string): DemoAnswer => {
    const found = accounts.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
  };
  const people = (): DemoStakeholder[] => accounts.flatMap(({ stakeholders }) => stakeholders.nodes);

  beforeAll(async () => {
    service = await TestService.start({ GRAPHQL_MAX_COST: '10000000' });
    const tenant = await service.createTenant();
    const T=performance.now(); await service.app.get(DemoService).makePortfolio(tenant.tenantId); console.log('demo ms', performance.now()-T);
    key = await service.createKey(tenant.tenantId, [Scope.ADMIN]);
    accounts = (await service.get<{ accounts: { nodes: DemoAnswer[] } }>(key, PORTFOLIO)).accounts.nodes;
  }, 60_000);
  afterAll(() => service.stop());

  it.each(DEMO_ACCOUNTS.map(({ name, story }) => [name, story] as const))(
    'tells with %s the story %s',
    (name, story) => {
      const [standing, ...reasons] = SHOWS[story];
      const { assessment } = account(name);
      expect({ name, standing: assessment.standing }).toEqual({ name, standing });
      expect(assessment.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(reasons));
    },
  );

  it('has at least 40 accounts, of every standing and structure, in several segments and hands', () => {
    expect(accounts.length).toBeGreaterThanOrEqual(40);
    const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
    expect(distinct(accounts.map(({ assessment }) => assessment.standing))).toEqual([
      'AT_RISK',
      'DIVERGING',
      'SAFE',
      'UNKNOWN',
    ]);
    expect(distinct(accounts.map(({ structure }) => structure))).toEqual(['FLAT', 'HIERARCHICAL', 'UNKNOWN']);
    expect(distinct(accounts.map(({ segment }) => segment)).length).toBeGreaterThanOrEqual(5);
    expect(distinct(accounts.map(({ owner }) => owner.email)).length).toBeGreaterThanOrEqual(4);
    expect(accounts.filter(({ parent }) => parent !== null).length).toBeGreaterThanOrEqual(2);
  });

  it('knows people at both levels of every account, stated and inferred, all at addresses that cannot exist', () => {
    for (const { name, assessment } of accounts) {
      expect({ name, known: assessment.levels.every(({ known }) => known > 0) }).toEqual({
        name,
        known: true,
      });
    }
    expect(new Set(people().map(({ level }) => level))).toEqual(new Set(['OPERATIONS', 'MANAGEMENT']));
    expect(new Set(people().map(({ levelBasis }) => levelBasis))).toEqual(new Set(['STATED', 'INFERRED']));
    expect(people().filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
    expect(people().filter(({ reportsTo }) => reportsTo !== null).length).toBeGreaterThan(100);
  });

  it('has somebody with seats at two accounts, and leavers with and without a successor', () => {
    expect(people().filter(({ fullName }) => fullName === 'Marit Solvang')).toHaveLength(2);
    const left = people().filter(({ endedOn }) => endedOn !== null);
    expect(new Set(left.map(({ successor }) => successor !== null))).toEqual(new Set([true, false]));
  });

  it('reaches back two years, on several instruments, with our own estimates beside', () => {
    const answers = people().flatMap((person) => person.answers.nodes);
    expect(new Set(answers.map(({ instrument }) => instrument))).toEqual(
      new Set(['CSAT', 'NPS', 'POINTS_OF_CONNECTION', 'RECOMMEND', 'REPURCHASE']),
    );
    expect(new Set(answers.map(({ provenance }) => provenance))).toEqual(
      new Set(['CUSTOMER_STATED', 'OUR_ESTIMATE']),
    );
    const oldest = Math.min(...answers.map(({ answeredAt }) => Date.parse(answeredAt)));
    expect((Date.now() - oldest) / 86_400_000).toBeGreaterThan(640);
  });

  it('shows in the history how an account fell ill and recovered', () => {
    const { nodes } = account('Ironbridge Tooling').assessmentHistory;
    const standings = nodes.map(({ standing }) => standing).reverse();
    expect(standings).toContain('AT_RISK');
    expect(standings.lastIndexOf('SAFE')).toBeGreaterThan(standings.lastIndexOf('AT_RISK'));
    const times = nodes.map(({ assessedAt }) => assessedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('keeps every standing when the first daily sweep judges by the means of this portfolio', async () => {
    await service.app.get(SweepService, { strict: false }).sweep(new Date().toISOString());
    const { baseAtRisk } = await service.get<{
      baseAtRisk: { standings: { standing: string; accounts: number }[] }[];
    }>(key, '{ baseAtRisk { standings { standing accounts } } }');
    expect(baseAtRisk[0]?.standings.filter(({ accounts: count }) => count === 0)).toEqual([]);
  });

  it('is the same on every call for the same day, and nothing in it lies in the future', () => {
    const now = '2027-02-28T06:30:00.000Z';
    const told = tellPortfolio(now);
    expect(tellPortfolio(now)).toEqual(told);
    const instants = told.flatMap(({ contacts, answers }) => [
      ...contacts.map(({ input }) => input.occurredAt),
      ...answers.map(({ answeredAt }) => answeredAt),
    ]);
    expect(instants.filter((at) => at > now)).toEqual([]);
    expect(instants.length).toBeGreaterThan(2_000);
  });
});
