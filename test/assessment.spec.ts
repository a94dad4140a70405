import fc from 'fast-check';
import { AsOfReader } from '../src/assessment/judging/as-of.reader.js';
import { REOPEN, RESOLVE, TELL } from './mutations.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';
import type { Judged } from './tenant-rows.js';

const PEOPLE = {
  o1: { level: 'OPERATIONS' },
  o2: { level: 'OPERATIONS' },
  o3: { level: 'OPERATIONS' },
  m1: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] },
  m2: { level: 'MANAGEMENT' },
};

describe('the assessment of an account', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
  });

  /** An account of happy users and an unhappy management, each met lately. */
  async function split(id: string, more: object = {}): Promise<void> {
    await tenant.account(id, more);
    const people = Object.entries(PEOPLE).map(([name, what]) => [`${id}-${name}`, what] as const);
    await tenant.people(id, Object.fromEntries(people));
    const names = people.map(([name]) => name);
    await tenant.meet(id, names, '2026-11-19T09:00:00Z');
    const answers = names.map((name) => ({
      stakeholder: crm(name),
      instrument: 'CSAT',
      value: { number: name.includes('-o') ? 5 : 1 },
      answeredAt: '2026-11-19T09:00:00Z',
    }));
    accepted(await tenant.recordSatisfaction(answers));
  }

  /** An account of which everybody is content. */
  async function content(id: string, more: object = {}): Promise<void> {
    await tenant.account(id, { structure: 'FLAT', ...more });
    await tenant.people(id, { [`${id}-o`]: { level: 'OPERATIONS' }, [`${id}-p`]: { level: 'OPERATIONS' } });
    await tenant.meet(id, [`${id}-o`, `${id}-p`], '2026-11-19T09:00:00Z');
    await tenant.answer(`${id}-o`, 10, '2026-11-19T09:00:00Z');
  }

  describe('whose users are happy and whose management is not', () => {
    it('is at risk where management decides, and not where the users do', async () => {
      await split('tall', { structure: 'HIERARCHICAL', annualValue: { amount: '1000000', currency: 'EUR' } });
      await split('flat', { structure: 'FLAT' });
      const tall = await tenant.stored('tall');
      expect(tall).toMatchObject({ standing: 'AT_RISK', decidingLevels: ['MANAGEMENT'] });
      expect(tall.divergence).toMatchObject({ direction: 'OPERATIONS_HIGHER', grade: 'STRONG' });
      expect(tall.reasons.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['LEVELS_DIVERGE', 'DECIDING_LEVEL_DISSATISFIED']),
      );
      const survives = tall.reasons.reduce((product, { weight }) => product * (1 - weight), 1);
      expect(tall.risk).toBeCloseTo(1 - survives, 3);
      expect(Number(tall.valueAtRisk?.amount)).toBeCloseTo(1_000_000 * tall.risk, 0);
      expect(tall.valueAtRisk?.currency).toBe('EUR');
      for (const { summary } of tall.reasons) expect(summary).toMatch(/^[A-Z"].+\.$/s);

      const flat = await tenant.stored('flat');
      expect(flat).toMatchObject({ standing: 'DIVERGING', decidingLevels: ['OPERATIONS'] });
      expect(flat.risk).toBeLessThan(tall.risk);
      expect(flat.reasons.map(({ code }) => code)).not.toContain('DECIDING_LEVEL_DISSATISFIED');
    });

    it('proves its reasons by the records they rest on', async () => {
      await split('tall', { structure: 'HIERARCHICAL' });
      const { stakeholder } = await tenant.get<{ stakeholder: { answers: { nodes: { id: string }[] } } }>(
        'query ($ref: RefInput!) { stakeholder(ref: $ref) { answers { nodes { id } } } }',
        { ref: crm('tall-m1') },
      );
      const { reasons } = await tenant.stored('tall');
      const { evidence } = reasons.find(({ code }) => code === 'DECIDING_LEVEL_DISSATISFIED') ?? {};
      expect(evidence).toContainEqual({ kind: 'answer', id: stakeholder.answers.nodes[0]?.id });
    });
  });

  it.each(['HIERARCHICAL', 'FLAT', 'UNKNOWN'])(
    'of %s structure is never safe while nobody was heard at a deciding level, and is once they are content',
    async (structure) => {
      await tenant.account('a', { structure });
      await tenant.people('a', PEOPLE);
      await tenant.meet('a', Object.keys(PEOPLE), '2026-11-19T09:00:00Z');
      expect(await tenant.stored('a')).toMatchObject({ standing: 'UNKNOWN' });
      const [unheard, heard] =
        structure === 'FLAT'
          ? [
              ['o1', 'o2'],
              ['m1', 'm2'],
            ]
          : [
              ['m1', 'm2'],
              ['o1', 'o2'],
            ];
      for (const id of heard) await tenant.answer(id, 10, '2026-11-19T09:00:00Z');
      expect(await tenant.stored('a')).toMatchObject({ standing: 'UNKNOWN' });
      expect(await tenant.reasons('a')).toContain('DECIDING_LEVEL_UNHEARD');
      await tenant.answer(unheard[0] ?? '', 10, '2026-11-19T09:00:00Z', { provenance: 'OUR_ESTIMATE' });
      expect(await tenant.stored('a')).toMatchObject({ standing: 'UNKNOWN' });
      await tenant.answer(unheard[0] ?? '', 10, '2026-11-19T09:00:00Z');
      expect(await tenant.stored('a')).toMatchObject({ standing: 'SAFE' });
    },
  );

  describe('is refreshed by what touches it, before the answer is given', () => {
    it.each<[string, string, object]>([
      [
        'upsertAccounts',
        'upsertAccounts(accounts: [{external: {system: "crm", id: "a"}, structure: HIERARCHICAL}]) { results { account { ...J } } }',
        { decidingLevels: ['MANAGEMENT'] },
      ],
      [
        'upsertStakeholders',
        'upsertStakeholders(stakeholders: [{external: {system: "crm", id: "o3"}, account: {external: {system: "crm", id: "a"}}, fullName: "O", level: MANAGEMENT}]) { results { stakeholder { account { ...J } } } }',
        {
          levels: [
            { level: 'OPERATIONS', known: 2 },
            { level: 'MANAGEMENT', known: 3 },
          ],
        },
      ],
      [
        'recordSatisfaction',
        'recordSatisfaction(answers: [{stakeholder: {external: {system: "crm", id: "o3"}}, instrument: "NPS", value: {number: 4}, answeredAt: "2026-11-19T09:00:00Z"}]) { results { answer { stakeholder { account { ...J } } } } }',
        { levels: [{ level: 'OPERATIONS', heard: 1, score: 40 }, {}] },
      ],
      [
        'logInteraction',
        'logInteraction(input: {account: {external: {system: "crm", id: "a"}}, stakeholders: [{external: {system: "crm", id: "o3"}}], channel: CALL, occurredAt: "2026-11-19T09:00:00Z"}) { account { ...J } }',
        { levels: [{ lastContactAt: '2026-11-19T09:00:00.000Z' }, { lastContactAt: null }] },
      ],
      [
        'reportProblem',
        'reportProblem(input: {account: {external: {system: "crm", id: "a"}}, title: "Late", severity: HIGH, occurredAt: "2026-11-19T09:00:00Z", reportedBy: [{external: {system: "crm", id: "o3"}}]}) { account { ...J } }',
        { reasons: expect.arrayContaining([expect.objectContaining({ code: 'PROBLEM_OPEN' })]) as unknown },
      ],
      [
        'makeCommitment',
        'makeCommitment(input: {account: {external: {system: "crm", id: "a"}}, madeTo: [{external: {system: "crm", id: "o3"}}], promise: "Call", dueOn: "2026-11-18", madeAt: "2026-11-18T09:00:00Z"}) { account { ...J } }',
        { reasons: expect.arrayContaining([expect.objectContaining({ code: 'PROMISE_BROKEN' })]) as unknown },
      ],
    ])('by %s', async (name, mutation, expected) => {
      await tenant.account('a', { structure: 'UNKNOWN' });
      await tenant.people('a', PEOPLE);
      service.setClock('2026-11-20T10:00:00.000Z');
      const answer = await tenant.get<Record<string, object>>(
        `mutation { ${mutation} }
         fragment J on Account { assessment { standing risk decidingLevels assessedAt
           levels { level known heard score lastContactAt } reasons { code } } }`,
      );
      const shown = assessmentIn(answer);
      expect([name, shown]).toEqual([
        name,
        expect.objectContaining({ assessedAt: '2026-11-20T10:00:00.000Z' }),
      ]);
      expect(shown).toMatchObject(expected);
      expect(await tenant.stored('a')).toMatchObject(shown);
    });

    function assessmentIn(value: unknown): Judged {
      const { assessment, ...rest } = value as { assessment?: Judged };
      if (assessment) return assessment;
      const inner = (Array.isArray(value) ? (value as unknown[]) : Object.values(rest)).find(
        (part) => part !== null,
      );
      return assessmentIn(inner);
    }
  });

  describe('has a history', () => {
    it('with a row for each change and none for a write that changes nothing', async () => {
      await tenant.account('a', { structure: 'FLAT' });
      expect(await tenant.history('a')).toHaveLength(1);
      await tenant.upsertAccounts([{ ...crm('a') }]);
      await tenant.upsertAccounts([{ ...crm('a'), segment: 'Rail', renewalOn: '2027-01-01' }]);
      expect(await tenant.history('a')).toHaveLength(1);
      await tenant.people('a', { x: { level: 'OPERATIONS' } });
      await tenant.people('a', { x: { level: 'OPERATIONS', title: 'Clerk' } });
      expect(await tenant.history('a')).toHaveLength(2);
      service.setClock('2026-11-20T11:00:00.000Z');
      await tenant.answer('x', 9, '2026-11-20T10:00:00Z');
      const history = await tenant.history('a');
      expect(history.map(({ standing, assessedAt }) => [standing, assessedAt])).toEqual([
        ['SAFE', '2026-11-20T11:00:00.000Z'],
        ['UNKNOWN', '2026-11-20T09:00:00.000Z'],
        ['UNKNOWN', '2026-11-20T09:00:00.000Z'],
      ]);
      expect(history[0]).toEqual(await tenant.stored('a'));
    });
  });

  describe('at risk', () => {
    interface Page {
      atRiskAccounts: { totalCount: number; nodes: { name: string }[] };
    }
    const atRisk = async (filter: object): Promise<string[]> => {
      const { atRiskAccounts } = await tenant.get<Page>(
        'query ($filter: AtRiskFilter) { atRiskAccounts(filter: $filter) { totalCount nodes { name } } }',
        { filter },
      );
      expect(atRiskAccounts.totalCount).toBe(atRiskAccounts.nodes.length);
      return atRiskAccounts.nodes.map(({ name }) => name);
    };
    const tall = (amount: string | null, more: object = {}) => ({
      structure: 'HIERARCHICAL',
      annualValue: amount === null ? null : { amount, currency: 'EUR' },
      ...more,
    });

    beforeEach(async () => {
      await split('small', tall('1000', { segment: 'Rail', renewalOn: '2027-01-01' }));
      await split('unvalued', tall(null));
      await split('large', tall('500000', { ownerEmail: 'ann@strata.example' }));
      await split('internal', tall(null, { kind: 'INTERNAL' }));
      await content('safe');
      await tenant.account('unheard', { structure: 'FLAT' });
      await split('flat', { structure: 'FLAT', segment: 'Rail' });
    });

    it('lists customers by the value at risk, those of unknown value last', async () => {
      expect(await atRisk({})).toEqual(['large', 'small', 'unvalued']);
    });

    it.each<[object, string[]]>([
      [{ standing: ['SAFE'] }, ['safe']],
      [{ standing: ['UNKNOWN', 'DIVERGING'] }, ['flat', 'unheard']],
      [{ standing: ['AT_RISK', 'SAFE', 'UNKNOWN', 'DIVERGING'], segment: 'Rail' }, ['flat', 'small']],
      [{ segment: 'Rail' }, ['small']],
      [{ ownerEmail: 'Ann@strata.example' }, ['large']],
      [{ ownerEmail: 'nobody@strata.example' }, []],
      [{ structure: 'FLAT' }, []],
      [{ structure: 'HIERARCHICAL' }, ['large', 'small', 'unvalued']],
      [{ renewalBefore: '2027-01-02' }, ['small']],
      [{ renewalBefore: '2027-01-01' }, []],
      [{ reasons: ['LEVELS_DIVERGE'] }, ['large', 'small', 'unvalued']],
      [{ reasons: ['STATED_DEFECTION', 'PROBLEM_OPEN'] }, []],
    ])('filtered by %j holds %j', async (filter, expected) => {
      const found = await atRisk(filter);
      expect([...found].sort()).toEqual([...expected].sort());
    });

    describe('of the base', () => {
      interface Row {
        group: string | null;
        standings: {
          standing: string;
          accounts: number;
          value: { amount: string } | null;
          unvalued: number;
        }[];
        atLeast: number;
        atMost: number;
        valueAtLeast: number;
        valueAtMost: number;
      }
      const base = async (groupBy: string, filter: object = {}): Promise<Row[]> => {
        const { baseAtRisk } = await tenant.get<{ baseAtRisk: Row[] }>(
          `query ($filter: AccountFilter, $groupBy: BaseGrouping) { baseAtRisk(filter: $filter, groupBy: $groupBy) {
            group standings { standing accounts value { amount } unvalued } atLeast atMost valueAtLeast valueAtMost } }`,
          { filter, groupBy },
        );
        return baseAtRisk;
      };
      const counts = ({ standings }: Row) =>
        Object.fromEntries(standings.map(({ standing, accounts }) => [standing, accounts]));

      it('is bounded by what is at risk and what is not known, without internal accounts', async () => {
        const rows = await base('NONE');
        expect(rows).toHaveLength(1);
        const [row] = rows as [Row];
        // large 500,000 + small 1,000 at risk; safe, flat and unheard 100,000 each; one at risk without a value.
        expect(counts(row)).toEqual({ SAFE: 1, DIVERGING: 1, AT_RISK: 3, UNKNOWN: 1 });
        expect(row.group).toBeNull();
        expect(row.atLeast).toBeCloseTo(3 / 6, 4);
        expect(row.atMost).toBeCloseTo(4 / 6, 4);
        expect(row.valueAtLeast).toBeCloseTo(501 / 801, 4);
        expect(row.valueAtMost).toBeCloseTo(601 / 801, 4);
        const atRiskShare = row.standings.find(({ standing }) => standing === 'AT_RISK');
        expect(Number(atRiskShare?.value?.amount)).toBe(501_000);
        expect(atRiskShare?.unvalued).toBe(1);
      });

      it('is divided by segment, owner and structure', async () => {
        const shares = async (groupBy: string) =>
          (await base(groupBy)).map(({ group, atLeast, atMost }) => [group, round(atLeast), round(atMost)]);
        expect(await shares('SEGMENT')).toEqual([
          [null, 0.5, 0.75],
          ['Rail', 0.5, 0.5],
        ]);
        expect(await shares('OWNER')).toEqual([
          [null, 0.4, 0.6],
          ['ann@strata.example', 1, 1],
        ]);
        expect(await shares('STRUCTURE')).toEqual([
          ['FLAT', 0, 0.3333],
          ['HIERARCHICAL', 1, 1],
        ]);
      });

      it('follows its filter, and is nothing where there is nothing', async () => {
        expect((await base('NONE', { kind: 'INTERNAL' })).map(counts)).toEqual([
          { SAFE: 0, DIVERGING: 0, AT_RISK: 1, UNKNOWN: 0 },
        ]);
        expect((await base('NONE', { search: 'la' })).map(counts)).toEqual([
          { SAFE: 0, DIVERGING: 1, AT_RISK: 1, UNKNOWN: 0 },
        ]);
        const [nothing] = await base('NONE', { segment: 'Nowhere' });
        expect(nothing).toMatchObject({
          group: null,
          atLeast: 0,
          atMost: 0,
          valueAtLeast: 0,
          valueAtMost: 0,
        });
        expect(nothing && counts(nothing)).toEqual({ SAFE: 0, DIVERGING: 0, AT_RISK: 0, UNKNOWN: 0 });
        expect(await base('SEGMENT', { segment: 'Nowhere' })).toEqual([]);
      });
    });
  });

  describe('as of a past day', () => {
    it('is what was known at its end: null before anything was, refused for a day to come', async () => {
      await tenant.account('a', { structure: 'FLAT' });
      expect(await tenant.judged('a', '2026-11-19')).toBeNull();
      expect(await tenant.judged('a', '2026-11-20')).toEqual(await tenant.stored('a'));
      const query =
        'query ($ref: RefInput!, $asOf: Date) { account(ref: $ref) { assessment(asOf: $asOf) { risk } } }';
      expect(await tenant.refusal(query, { ref: crm('a'), asOf: '2026-11-21' })).toEqual({
        code: 'INVALID_INPUT',
        path: ['asOf'],
      });
    });

    it('is not changed by what was recorded later: corrections, levels, structure, resolutions', async () => {
      await tenant.account('a', { structure: 'HIERARCHICAL' });
      await tenant.people('a', PEOPLE);
      const answer = await tenant.answer('m1', 2, '2026-11-18T09:00:00Z');
      const problem = await tenant.report('a', ['o1'], '2026-11-18T09:00:00Z');
      const before = await tenant.judged('a', '2026-11-20');
      service.setClock('2026-11-22T09:00:00.000Z');
      await tenant.answer('m1', 10, '2026-11-18T09:00:00Z', { supersedes: answer });
      await tenant.answer('m2', 10, '2026-11-18T09:00:00Z');
      await tenant.meet('a', ['m1'], '2026-11-18T09:00:00Z');
      await tenant.resolve(problem, '2026-11-19T09:00:00Z');
      await tenant.people('a', { m2: { level: 'OPERATIONS' }, o1: { endedOn: '2026-11-18' } });
      await tenant.account('a', { structure: 'FLAT', annualValue: null });
      const after = await tenant.judged('a', '2026-11-20');
      const { levels, decidingLevels, reasons } = before as Judged;
      expect(after).toMatchObject({ decidingLevels, valueAtRisk: { currency: 'EUR' } });
      expect(after?.reasons.map(({ code }) => code)).toEqual(reasons.map(({ code }) => code));
      expect(after?.levels.map(({ known, heard, score }) => [known, heard, score])).toEqual(
        levels.map(({ known, heard, score }) => [known, heard, score]),
      );
    });

    it('equals the stored history at each of its changes, whatever happened in which order', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat({ max: 999 }), { minLength: 12, maxLength: 22 }),
          async (choices) => {
            const story = await TestTenant.create(service);
            await liveThrough(story, choices);
            const history = await story.history('a');
            expect(history.length).toBeGreaterThan(1);
            const { account } = await story.get<{ account: { id: string } }>(
              'query ($ref: RefInput!) { account(ref: $ref) { id } }',
              { ref: crm('a') },
            );
            const judgedAt = (at: string) =>
              story.within(() => service.app.get(AsOfReader).judgeAt([account.id], at));
            for (const row of history) {
              const anew = (await judgedAt(row.assessedAt)).get(account.id);
              expect(asShown(anew)).toEqual(asShown(row));
            }
            expect((await judgedAt('2026-01-01T00:00:00.000Z')).size).toBe(0);
            const days = new Map([...history].reverse().map((row) => [row.assessedAt.slice(0, 10), row]));
            for (const [day, last] of days) {
              const atItsEnd = await story.judged('a', day);
              expect(atItsEnd?.standing).toBe(last.standing);
              expect(atItsEnd?.reasons.map(({ code }) => code)).toEqual(last.reasons.map(({ code }) => code));
            }
          },
        ),
        { numRuns: 3 },
      );
    });

    const asShown = (judged: object | undefined) => {
      const { standing, risk, valueAtRisk, decidingLevels, levels, divergence, reasons, assessedAt } =
        judged as Judged;
      return JSON.parse(
        JSON.stringify({
          standing,
          risk,
          valueAtRisk,
          decidingLevels,
          levels,
          divergence,
          reasons,
          assessedAt,
        }),
      ) as unknown;
    };

    /** A random life of one account, in which the clock moves on with every step. */
    async function liveThrough(story: TestTenant, choices: readonly number[]): Promise<void> {
      let now = Date.parse('2026-02-01T08:00:00.000Z');
      const problems: string[] = [];
      const answers: [string, string][] = [];
      const clock = () => new Date(now).toISOString();
      const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
      service.setClock(clock());
      await story.account('a', { structure: 'HIERARCHICAL' });
      now += 60_000;
      service.setClock(clock());
      await story.people('a', PEOPLE);
      for (const choice of choices) {
        now += (1 + (choice % 37)) * 5 * 3_600_000 + 1;
        service.setClock(clock());
        const who = Object.keys(PEOPLE)[choice % 5] ?? 'o1';
        const problem = problems[choice % Math.max(1, problems.length)];
        switch (choice % 11) {
          case 0:
            await story.upsertAccounts([
              { ...crm('a'), structure: ['FLAT', 'HIERARCHICAL', 'UNKNOWN'][choice % 3] },
            ]);
            break;
          case 1:
            await story.people('a', { [who]: { level: choice % 2 ? 'OPERATIONS' : 'MANAGEMENT' } });
            break;
          case 2:
            await story.meet('a', [who], ago(choice % 90));
            break;
          case 3:
            problems.push(await story.report('a', [who], ago(1), { title: `Trouble ${choice % 3}` }));
            break;
          case 4:
            if (problem) await story.ask(RESOLVE, { ref: { id: problem }, at: clock() });
            break;
          case 5:
            if (problem) await story.ask(REOPEN, { ref: { id: problem }, at: clock() });
            break;
          case 6:
            if (problem) {
              const knowledge = choice % 2 ? 'TOLD_OF_PROBLEM' : 'TOLD_OF_RESOLUTION';
              await story.ask(TELL, {
                input: { problem: { id: problem }, stakeholders: [crm(who)], knowledge, at: clock() },
              });
            }
            break;
          case 7: {
            const [id, corrected] = answers.pop() ?? ['', ''];
            if (id) await story.answer(corrected, choice % 11, ago(2), { supersedes: id });
            break;
          }
          case 8:
            await story.ask(PROMISE, {
              input: { account: crm('a'), madeTo: [crm(who)], promise: 'Call', dueOn: clock().slice(0, 10) },
            });
            break;
          default:
            answers.push([await story.answer(who, choice % 11, ago(choice % 200)), who]);
        }
        if (choice % 4 === 0) {
          now += 60_000;
          service.setClock(clock());
          await service.sweep();
        }
      }
    }
  });

  describe('written to by many at once', () => {
    it('misses nothing: it equals a judgement made afterwards', async () => {
      await tenant.account('a', { structure: 'HIERARCHICAL' });
      await tenant.people('a', PEOPLE);
      const names = Object.keys(PEOPLE);
      const writes = Array.from({ length: 24 }, (_, i) => {
        const who = names[i % 5] ?? 'o1';
        const at = `2026-11-${String(1 + (i % 19)).padStart(2, '0')}T09:00:00Z`;
        return i % 2 ? tenant.meet('a', [who], at) : tenant.answer(who, i % 11, at);
      });
      await Promise.all(writes);
      const { account } = await tenant.get<{ account: { id: string; interactions: { totalCount: number } } }>(
        'query ($ref: RefInput!) { account(ref: $ref) { id interactions { totalCount } } }',
        { ref: crm('a') },
      );
      expect(account.interactions.totalCount).toBe(12);
      const stored = await tenant.stored('a');
      expect(await tenant.judged('a', '2026-11-20')).toEqual(stored);
      expect(stored.levels.map(({ heard }) => heard)).toEqual([3, 2]);
      expect((await tenant.history('a'))[0]).toEqual(stored);
    });
  });
});

const PROMISE = 'mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }';

const round = (share: number): number => Math.round(share * 10_000) / 10_000;
