import { DEMO_ACCOUNTS } from '../src/demo/stories/accounts.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import colours from 'picocolors';
import { failureInWords } from '../src/app.failure.js';
import type { CliContext } from '../src/cli/cli-context.js';
import { serviceFor } from '../src/cli/operator.js';
import { runProgram } from '../src/cli/run-program.js';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { LOST_ACCOUNTS } from '../src/demo/loyalty/lost-accounts.js';
import { LOYALTY_TALES } from '../src/demo/loyalty/loyalty-tales.js';
import { DemoService } from '../src/demo/demo.service.js';
import { ACCOUNTS_WITH_TALES } from '../src/demo/recovery/recoveries.js';
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

/** Accounts whose problems weigh more than their story: what is seen of them today. */
const RECOVERIES: Record<string, (typeof SHOWS)[StoryName]> = {
  'Pellworm Bearings': ['DIVERGING', 'RESOLUTION_UNTOLD'],
  'Orchard Lane Foods': ['DIVERGING', 'RESOLUTION_UNTOLD'],
  'Solvane Energy': ['DIVERGING'],
  'Aldermoor Castings': ['SAFE', 'PROBLEM_OPEN', 'PROMISE_BROKEN'],
  'Helios Rooftop': ['SAFE', 'PROBLEM_OPEN'],
  'Karst Geothermal': ['AT_RISK', 'STATED_DEFECTION', 'PROBLEM_OPEN'],
  'Lunaro Imaging': ['AT_RISK', 'DECIDING_LEVEL_DISSATISFIED', 'PROBLEM_OPEN'],
  'Meridale Clinics': ['SAFE', 'PROMISE_BROKEN'],
};

interface Recovery {
  structure: string;
  structureBasis: string;
  assessment: { standing: string; divergence: { grade: string; cause: string }; reasons: { code: string }[] };
  flags: {
    nodes: {
      code: string;
      status: string;
      openedAt: string;
      closedAt: string;
      history: { step: string }[];
    }[];
  };
  promiseKeeping: Record<string, number>;
  team: { leader: boolean; counterparts: object[]; user: { name: string } }[];
  teamGaps: { teamVacancies: { user: { name: string }; commitments: object[] }[] };
}

const RECOVERY = `query ($search: String!) { accounts(filter: { search: $search }) { nodes {
  structure structureBasis assessment { standing divergence { grade cause } reasons { code } }
  flags(first: 50, status: [OPEN, ACKNOWLEDGED, SNOOZED, CLOSED]) { nodes { code status openedAt closedAt history { step } } }
  promiseKeeping { open kept keptLate broken renegotiated }
  team { leader counterparts { id } user { name } } teamGaps { teamVacancies { user { name } commitments { id } } } } } }`;

interface Advocacy {
  assessment: { standing: string };
  cycle: { stage: string; nextStep: string };
  insights: { nodes: { ourFunction: string; heardFrom: { level: string }[] }[] };
  teachings: { nodes: { benchmark: object | null; stakeholders: { level: string }[] }[] };
  amplifications: { nodes: Spoken[] };
  reach: {
    restsOnOnePerson: boolean;
    advocateLevels: string[];
    levels: { level: string; known: number; reached: object[]; unreached: object[] }[];
  };
}

interface Spoken {
  advocate: { fullName: string; level: string; answers: { nodes: object[] } };
  kit: object | null;
  overridden: string[];
  overrideReason: string | null;
  audience: { outcome: string; stakeholder: { level: string; roles: string[] } }[];
}

interface AdvocatesOfAccount {
  advocates: {
    nodes: { status: string; askableFrom: string | null; stakeholder: { account: { name: string } } }[];
  };
}

const ADVOCACY = `query ($search: String!) { accounts(filter: { search: $search }) { nodes {
  assessment { standing } cycle { stage nextStep }
  insights(first: 10) { nodes { ourFunction heardFrom { level } } }
  teachings(first: 10) { nodes { benchmark { id } stakeholders { level } } }
  amplifications(first: 10) { nodes { kit { id } overridden overrideReason
    advocate { fullName level answers(first: 50) { nodes { instrument score solicited } } }
    audience { outcome stakeholder { level roles } } } }
  reach { restsOnOnePerson advocateLevels levels { level known reached { stakeholder { id } } unreached { stakeholder { id } } } } } } }`;

describe('the demo portfolio', () => {
  let service: TestService;
  let accounts: DemoAnswer[];
  let key: string;
  let tenantId: string;
  const account = (name: string): DemoAnswer => {
    const found = accounts.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
  };
  const people = (): DemoStakeholder[] => accounts.flatMap(({ stakeholders }) => stakeholders.nodes);

  beforeAll(async () => {
    service = await TestService.start({ GRAPHQL_MAX_COST: '10000000' });
    ({ tenantId } = await service.createTenant());
    await service.app.get(DemoService).makePortfolio(tenantId);
    key = await service.createKey(tenantId, [Scope.ADMIN]);
    accounts = (await service.get<{ accounts: { nodes: DemoAnswer[] } }>(key, PORTFOLIO)).accounts.nodes;
  }, 180_000);
  afterAll(() => service.stop());

  it.each(DEMO_ACCOUNTS.map(({ name, story }) => [name, story] as const))(
    'tells with %s the story %s',
    (name, story) => {
      const [standing, ...reasons] = RECOVERIES[name] ?? SHOWS[story];
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

  describe('tells how problems end', () => {
    const recovery = async (search: string): Promise<Recovery> => {
      const { accounts: found } = await service.get<{ accounts: { nodes: Recovery[] } }>(key, RECOVERY, {
        search,
      });
      const [only] = found.nodes;
      if (!only) throw new Error(`There is no ${search}.`);
      return only;
    };
    const flagOf = ({ flags }: Recovery, code: string) => flags.nodes.find((flag) => flag.code === code);

    it('with a management never told of a solution, which is a fact and flagged', async () => {
      const pellworm = await recovery('Pellworm');
      expect(pellworm.assessment.divergence).toEqual({ grade: 'FACT', cause: 'RESOLUTION_UNTOLD' });
      expect(flagOf(pellworm, 'RESOLUTION_UNTOLD')).toMatchObject({ status: 'OPEN' });
      const { knowledgeGaps } = await service.get<{ knowledgeGaps: { nodes: object[] } }>(
        key,
        '{ knowledgeGaps { nodes { level problem { account { name } } } } }',
      );
      expect(knowledgeGaps.nodes).toHaveLength(3);
      expect(knowledgeGaps.nodes).toContainEqual({
        level: 'OPERATIONS',
        problem: { account: { name: 'Solvane Energy' } },
      });
    });

    it('with a management told in a meeting, and the flag closed a week later', async () => {
      const vantaa = await recovery('Vantaa');
      expect(vantaa.assessment.reasons.map(({ code }) => code)).not.toContain('RESOLUTION_UNTOLD');
      const flag = flagOf(vantaa, 'RESOLUTION_UNTOLD');
      expect(flag).toMatchObject({ status: 'CLOSED', history: [{ step: 'OPENED' }, { step: 'CLOSED' }] });
      expect(Date.parse(flag?.closedAt ?? '')).toBeLessThan(Date.now() - 10 * 86_400_000);
    });

    it('with a flat account whose management never knew, where nothing is raised', async () => {
      const corvane = await recovery('Corvane');
      expect(corvane.assessment.standing).toBe('SAFE');
      expect(flagOf(corvane, 'RESOLUTION_UNTOLD')).toBeUndefined();
    });

    it('with promises kept, kept late, broken, renegotiated, open and overdue', async () => {
      expect((await recovery('Meridale')).promiseKeeping).toMatchObject({ open: 1, keptLate: 1, broken: 1 });
      expect((await recovery('Penrose')).promiseKeeping).toMatchObject({ kept: 1, renegotiated: 1 });
      expect((await recovery('Aldermoor')).promiseKeeping).toMatchObject({ open: 0, broken: 1 });
    });

    it('with account teams, one of whom left and nobody followed, and another who was followed', async () => {
      const northmere = await recovery('Northmere Shipping');
      expect(northmere.team.map(({ leader }) => leader)).toEqual([true, false, false]);
      expect(northmere.team.every(({ counterparts }) => counterparts.length > 0)).toBe(true);
      const { teamVacancies } = (await recovery('Meridale')).teamGaps;
      expect(teamVacancies).toMatchObject([{ user: { name: 'Daniel Osei' }, commitments: [{}] }]);
      const juniper = await recovery('Juniper');
      expect(juniper.teamGaps.teamVacancies).toEqual([]);
      expect(juniper.team.map(({ user }) => user.name)).toContain('Mireille Caron');
    });

    it('with structures inferred from what was decided, beside those stated and those unknown', async () => {
      expect(await recovery('Ashcombe')).toMatchObject({ structure: 'FLAT', structureBasis: 'INFERRED' });
      expect(await recovery('Saint-Aubin')).toMatchObject({
        structure: 'HIERARCHICAL',
        structureBasis: 'INFERRED',
      });
    });

    it('with flags acknowledged, snoozed and closed by people', async () => {
      expect(flagOf(await recovery('Orchard'), 'RESOLUTION_UNTOLD')?.status).toBe('ACKNOWLEDGED');
      expect(flagOf(await recovery('Rautasalo'), 'DECIDING_LEVEL_SILENT')?.status).toBe('SNOOZED');
      expect(flagOf(await recovery('Quarrington'), 'ONE_PERSON_RELATIONSHIP')?.status).toBe('CLOSED');
    });

    it('with names that exist: every tale is about an account of the portfolio', () => {
      const names = DEMO_ACCOUNTS.map(({ name }) => name);
      const tales = [...ACCOUNTS_WITH_TALES, ...Object.keys(LOYALTY_TALES)];
      expect(tales.filter((name) => !names.includes(name))).toEqual([]);
    });
  });

  describe('tells how advocates are won', () => {
    const advocacy = async (search: string): Promise<Advocacy> => {
      const { accounts: found } = await service.get<{ accounts: { nodes: Advocacy[] } }>(key, ADVOCACY, {
        search,
      });
      const [only] = found.nodes;
      if (!only) throw new Error(`There is no ${search}.`);
      return only;
    };

    it('with a full cycle: learned by two functions, taught with a benchmark, and carried on to who decides', async () => {
      const { cycle, insights, teachings, amplifications, reach } = await advocacy('Westmark');
      expect(insights.nodes.map(({ ourFunction }) => ourFunction)).toEqual(
        expect.arrayContaining(['FIELD', 'SALES']),
      );
      expect(teachings.nodes).toMatchObject([{ benchmark: {}, stakeholders: [{ level: 'MANAGEMENT' }, {}] }]);
      expect(cycle.stage).toBe('AMPLIFY');
      const [second, first] = amplifications.nodes;
      expect(first).toMatchObject({ kit: {}, overridden: [], advocate: { level: 'OPERATIONS' } });
      expect(first?.audience).toContainEqual({
        outcome: 'IN_FAVOUR',
        stakeholder: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] },
      });
      expect(first?.advocate.answers.nodes).toContainEqual({
        instrument: 'NPS',
        score: 100,
        solicited: false,
      });
      expect(second).toMatchObject({ kit: {}, overridden: [], advocate: { level: 'MANAGEMENT' } });
      expect(reach).toMatchObject({
        restsOnOnePerson: false,
        levels: [{ level: 'MANAGEMENT', unreached: [] }],
      });
      expect([...reach.advocateLevels].sort()).toEqual(['MANAGEMENT', 'OPERATIONS']);
    });

    it('with one where nobody is to be asked yet, and was all the same, with a reason that is kept', async () => {
      const { cycle, amplifications } = await advocacy('Aldermoor');
      expect(cycle.nextStep).toMatch(/^Nobody is to be asked for anything yet/);
      expect(amplifications.nodes).toMatchObject([{ overridden: ['PROBLEM_OPEN'] }]);
      expect(amplifications.nodes[0]?.overrideReason).not.toBeNull();
      const { advocates } = await service.get<AdvocatesOfAccount>(
        key,
        '{ advocates(first: 50) { nodes { status askableFrom stakeholder { account { name } } } } }',
      );
      const there = advocates.nodes.filter(({ stakeholder }) => stakeholder.account.name.startsWith('Alder'));
      expect(there.map(({ status }) => status).sort()).toEqual(['ACTIVE', 'EQUIPPED']);
      expect(there.map(({ askableFrom }) => askableFrom)).toEqual([null, null]);
    });
  });

  describe('tells who stayed and who left', () => {
    interface Loyalty {
      accounts: {
        nodes: {
          name: string;
          lostOn: string | null;
          flags: { nodes: { code: string; openedAt: string; closedAt: string | null }[] };
          loyaltyEvents: { nodes: { kind: string; occurredOn: string; amount: object | null }[] };
        }[];
      };
    }
    let told: Loyalty['accounts']['nodes'];

    beforeAll(async () => {
      const { accounts: found } = await service.get<Loyalty>(
        key,
        `{ accounts(first: 100) { nodes { name lostOn
          flags(first: 50, status: [OPEN, ACKNOWLEDGED, SNOOZED, CLOSED]) { nodes { code openedAt closedAt } }
          loyaltyEvents(first: 50) { nodes { kind occurredOn amount { amount } } } } } }`,
      );
      told = found.nodes;
    });
    const kindsOf = (kind: string) =>
      told.flatMap(({ loyaltyEvents }) => loyaltyEvents.nodes).filter((event) => event.kind === kind);

    it('with renewals, expansions, contractions, losses, a win-back and referrals, each worth something', () => {
      const least = { RENEWED: 80, EXPANDED: 6, CONTRACTED: 4, LOST: 12, WON_BACK: 1, REFERRED: 1 };
      for (const [kind, count] of Object.entries(least))
        expect([kind, kindsOf(kind).length >= count]).toEqual([kind, true]);
      expect(told.flatMap(({ loyaltyEvents }) => loyaltyEvents.nodes).every(({ amount }) => amount)).toBe(
        true,
      );
    });

    it('with accounts that are lost beside those that are not, one of which had been', () => {
      const lost = told.filter(({ lostOn }) => lostOn !== null);
      expect(lost.map(({ name }) => name).sort()).toEqual(LOST_ACCOUNTS.map(({ name }) => name).sort());
      const back = told.find(({ loyaltyEvents }) =>
        loyaltyEvents.nodes.some(({ kind }) => kind === 'WON_BACK'),
      );
      expect(back).toMatchObject({ name: 'Stavoren Pumps', lostOn: null });
    });

    it('with losses of which most were flagged at the time, and some came out of the blue', () => {
      const lost = told.filter(({ lostOn }) => lostOn !== null);
      const flagged = lost.filter(({ lostOn, flags }) =>
        flags.nodes.some(
          ({ openedAt, closedAt }) =>
            openedAt.slice(0, 10) < (lostOn ?? '') &&
            (closedAt === null || closedAt.slice(0, 10) >= (lostOn ?? '')),
        ),
      );
      expect(flagged.length).toBeGreaterThanOrEqual(7);
      expect(flagged.length).toBeLessThan(lost.length - 2);
    });
  });

  it('answers every command with which the README looks at an account of it, and both tales of advocates', async () => {
    const readme = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/^npm run strata -- ([a-z-]+) "([^"]+)"/gm)].map(
      ([, command = '', name = '']) => [command, name] as const,
    );
    expect(shown).toContainEqual(['cycle', 'Westmark Pharmacies']);
    for (const [command, name] of [...shown, ['cycle', 'Aldermoor Castings'] as const]) {
      const out: string[] = [];
      const terminal = {
        out: (text: string) => void out.push(text),
        err: (text: string) => void out.push(text),
        width: 100,
        paint: colours.createColors(false),
      };
      const context: CliContext = { withService: (work) => work(serviceFor(service.app, tenantId)) };
      const code = await runProgram([command, ...name.split(' ')], () => context, terminal, failureInWords);
      expect({ command, name, code, out: out.join('\n').includes(name) }).toEqual({
        command,
        name,
        code: 0,
        out: true,
      });
    }
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
    const events = told.flatMap(({ loyaltyEvents, until }) =>
      loyaltyEvents.map((event) => ({ event, until })),
    );
    expect(events.filter(({ event, until }) => event.occurredOn > until.slice(0, 10))).toEqual([]);
    expect(events.length).toBeGreaterThan(100);
  });
});
