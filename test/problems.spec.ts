import { REOPEN, REPORT, RESOLVE, TELL } from './mutations.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Problem {
  id: string;
  status: string;
  resolvedAt: string | null;
  resolution: string | null;
  repeats: { id: string } | null;
  history: { status: string; at: string; reason: string }[];
  knowledge: {
    stakeholder: { fullName: string };
    knowledge: string;
    since: string | null;
    history: { told: string; worth: string }[];
  }[];
}

interface GapsPage {
  knowledgeGaps: {
    totalCount: number;
    nodes: { problem: { account: { name: string } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

const PROBLEM = `query ($ref: RefInput!) { problem(ref: $ref) { id status resolvedAt resolution repeats { id }
  history { status at reason } knowledge { stakeholder { fullName } knowledge since history { told worth } } } }`;

describe('problems', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('acme', { structure: 'HIERARCHICAL' });
    await tenant.people('acme', {
      olga: { level: 'OPERATIONS' },
      max: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] },
      mia: { level: 'MANAGEMENT' },
    });
  });

  const problemOf = async (ref: object): Promise<Problem> =>
    (await tenant.get<{ problem: Problem }>(PROBLEM, { ref })).problem;
  const knows = async (id: string): Promise<Record<string, string>> => {
    const { knowledge } = await problemOf({ id });
    return Object.fromEntries(
      knowledge.map(({ stakeholder, knowledge: known }) => [stakeholder.fullName, known]),
    );
  };
  const input = (more: object = {}) => ({
    account: crm('acme'),
    title: 'Late',
    severity: 'HIGH',
    occurredAt: '2026-11-01T09:00:00Z',
    reportedBy: [crm('olga')],
    ...more,
  });
  const gaps = async (
    args = '',
  ): Promise<{ level: string; since: string; untold: { fullName: string }[] }[]> => {
    const { knowledgeGaps } = await tenant.get<{
      knowledgeGaps: { nodes: { level: string; since: string; untold: { fullName: string }[] }[] };
    }>(`{ knowledgeGaps${args} { nodes { level since untold { fullName } } } }`);
    return knowledgeGaps.nodes;
  };

  it('are known to who reported them, and everybody at the account is listed, the unaware too', async () => {
    const id = await tenant.report('acme', ['olga'], '2026-11-01T09:00:00Z');
    await tenant.people('acme', { gone: { endedOn: '2026-11-01' } });
    await tenant.tell(id, ['max'], 'TOLD_OF_PROBLEM', '2026-11-02T09:00:00Z');
    const { knowledge } = await problemOf({ id });
    expect(knowledge).toEqual([
      expect.objectContaining({
        stakeholder: { fullName: 'olga' },
        knowledge: 'TOLD_OF_PROBLEM',
        since: '2026-11-01T09:00:00.000Z',
      }),
      expect.objectContaining({
        stakeholder: { fullName: 'max' },
        knowledge: 'TOLD_OF_PROBLEM',
        since: '2026-11-02T09:00:00.000Z',
      }),
      { stakeholder: { fullName: 'mia' }, knowledge: 'UNAWARE', since: null, history: [] },
    ]);
  });

  it('that come back make those untold again who were told of the solution', async () => {
    const id = await tenant.report('acme', ['olga', 'max'], '2026-11-01T09:00:00Z');
    await tenant.resolve(id, '2026-11-03T09:00:00Z');
    await tenant.tell(id, ['olga', 'max'], 'CONFIRMED_SOLVED', '2026-11-04T09:00:00Z');
    expect(await gaps()).toEqual([]);
    await tenant.reopen(id, '2026-11-06T09:00:00Z');
    expect(await knows(id)).toEqual({ olga: 'TOLD_OF_PROBLEM', max: 'TOLD_OF_PROBLEM', mia: 'UNAWARE' });
    expect(await gaps()).toEqual([]);
    await tenant.resolve(id, '2026-11-08T09:00:00Z');
    expect(await knows(id)).toMatchObject({ olga: 'TOLD_OF_PROBLEM', max: 'TOLD_OF_PROBLEM' });
    const since = '2026-11-08T09:00:00.000Z';
    expect(await gaps()).toEqual([
      { level: 'MANAGEMENT', since, untold: [{ fullName: 'max' }] },
      { level: 'OPERATIONS', since, untold: [{ fullName: 'olga' }] },
    ]);
    const problem = await problemOf({ id });
    expect(problem.history.map(({ status, at }) => [status, at.slice(8, 10)])).toEqual([
      ['RESOLVED', '03'],
      ['OPEN', '06'],
      ['RESOLVED', '08'],
    ]);
    const max = problem.knowledge.find(({ stakeholder }) => stakeholder.fullName === 'max');
    expect(max?.history).toEqual([
      { told: 'TOLD_OF_PROBLEM', worth: 'TOLD_OF_PROBLEM' },
      { told: 'CONFIRMED_SOLVED', worth: 'TOLD_OF_PROBLEM' },
    ]);
  });

  describe('that recur weigh more', () => {
    const weight = async (): Promise<number | undefined> =>
      (await tenant.stored('acme')).reasons.find(({ code }) => code === 'PROBLEM_OPEN')?.weight;

    it('by a similar title within a year, or because somebody said so, or when reopened', async () => {
      const first = await tenant.report('acme', ['olga'], '2026-05-01T09:00:00Z', { title: 'Server down' });
      await tenant.resolve(first, '2026-05-02T09:00:00Z');
      const other = await tenant.report('acme', ['olga'], '2026-11-10T09:00:00Z', { title: 'Invoice wrong' });
      expect(await weight()).toBe(0.3);
      await tenant.resolve(other, '2026-11-11T09:00:00Z');
      const again = await tenant.report('acme', ['olga'], '2026-11-12T09:00:00Z', {
        title: 'The server is down',
      });
      expect(await weight()).toBe(0.375);
      await tenant.resolve(again, '2026-11-13T09:00:00Z');
      expect(await weight()).toBeUndefined();
      const linked = await tenant.report('acme', ['olga'], '2026-11-14T09:00:00Z', {
        title: 'Outage',
        repeats: { id: first },
      });
      expect((await problemOf({ id: linked })).repeats).toEqual({ id: first });
      expect(await weight()).toBe(0.375);
      await tenant.resolve(linked, '2026-11-15T09:00:00Z');
      await tenant.reopen(other, '2026-11-16T09:00:00Z');
      expect(await weight()).toBe(0.375);
    });

    it('not after more than a year', async () => {
      const first = await tenant.report('acme', ['olga'], '2025-11-01T09:00:00Z', { title: 'Server down' });
      await tenant.resolve(first, '2025-11-02T09:00:00Z');
      await tenant.report('acme', ['olga'], '2026-11-12T09:00:00Z', { title: 'Server down' });
      expect(await weight()).toBe(0.3);
    });

    it('and may only repeat an earlier one of the same account', async () => {
      await tenant.account('other');
      await tenant.people('other', { stranger: {} });
      const elsewhere = await tenant.report('other', ['stranger'], '2026-10-01T09:00:00Z');
      const later = await tenant.report('acme', ['olga'], '2026-11-15T09:00:00Z');
      for (const id of [elsewhere, later]) {
        expect(await tenant.refusal(REPORT, { input: input({ repeats: { id } }) })).toEqual({
          code: 'RULE_BROKEN',
          path: ['input', 'repeats'],
        });
      }
    });
  });

  describe('let time run forward only', () => {
    let id: string;
    beforeEach(async () => {
      id = await tenant.report('acme', ['olga'], '2026-11-10T09:00:00Z');
    });
    const told = (knowledge: string, at: string) => ({
      input: { problem: { id }, stakeholders: [crm('max')], knowledge, at },
    });

    it('when somebody is told', async () => {
      expect(await tenant.refusal(TELL, told('TOLD_OF_PROBLEM', '2026-11-10T08:59:59Z'))).toEqual({
        code: 'RULE_BROKEN',
        path: ['input', 'at'],
        rule: 'BEFORE_PROBLEM',
      });
      expect(await tenant.refusal(TELL, told('TOLD_OF_RESOLUTION', '2026-11-12T09:00:00Z'))).toMatchObject({
        code: 'RULE_BROKEN',
        rule: 'NOT_RESOLVED',
      });
      await tenant.resolve(id, '2026-11-12T09:00:00Z');
      expect(await tenant.refusal(TELL, told('CONFIRMED_SOLVED', '2026-11-12T08:59:59Z'))).toMatchObject({
        code: 'RULE_BROKEN',
        rule: 'BEFORE_RESOLUTION',
      });
      expect(await tenant.refusal(TELL, told('TOLD_OF_PROBLEM', '2026-11-20T09:00:01Z'))).toMatchObject({
        code: 'INVALID_INPUT',
      });
      expect(await knows(id)).toMatchObject({ max: 'UNAWARE' });
      await tenant.get(TELL, told('CONFIRMED_SOLVED', '2026-11-12T09:00:00Z'));
      expect(await knows(id)).toMatchObject({ max: 'CONFIRMED_SOLVED' });
    });

    it('when they are solved and come back', async () => {
      const ref = { id };
      const broken = (rule: string, field: string) => ({ code: 'RULE_BROKEN', path: [field], rule });
      expect(await tenant.refusal(RESOLVE, { ref, at: '2026-11-10T08:00:00Z' })).toEqual(
        broken('BEFORE_PROBLEM', 'resolvedAt'),
      );
      expect(await tenant.refusal(REOPEN, { ref, at: '2026-11-11T08:00:00Z' })).toEqual(
        broken('ALREADY_OPEN', 'reopenedAt'),
      );
      await tenant.resolve(id, '2026-11-12T09:00:00Z');
      expect(await tenant.refusal(RESOLVE, { ref, at: '2026-11-13T09:00:00Z' })).toEqual(
        broken('ALREADY_RESOLVED', 'resolvedAt'),
      );
      expect(await tenant.refusal(REOPEN, { ref, at: '2026-11-11T09:00:00Z' })).toEqual(
        broken('BEFORE_LAST_CHANGE', 'reopenedAt'),
      );
      expect(await tenant.refusal(REOPEN, { ref, at: '2026-11-21T09:00:00Z' })).toMatchObject({
        code: 'INVALID_INPUT',
      });
      await tenant.reopen(id, '2026-11-13T09:00:00Z');
      expect(await problemOf(ref)).toMatchObject({ status: 'OPEN', resolvedAt: null, resolution: null });
    });

    it('when they are reported', async () => {
      expect(
        await tenant.refusal(REPORT, { input: input({ occurredAt: '2026-11-20T09:00:00.001Z' }) }),
      ).toEqual({
        code: 'INVALID_INPUT',
        path: ['input', 'occurredAt'],
      });
    });

    it('and are solved once by two who say so at the same time', async () => {
      const answers = await Promise.all(
        ['12', '13', '14'].map((day) => tenant.ask(RESOLVE, { ref: { id }, at: `2026-11-${day}T09:00:00Z` })),
      );
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
      expect(codes.sort()).toEqual(['OK', 'RULE_BROKEN', 'RULE_BROKEN']);
      expect((await problemOf({ id })).history).toHaveLength(1);
    });
  });

  it('are recorded once under an id of another system, however many send it at once', async () => {
    const external = { system: 'desk', id: '1' };
    const first = await tenant.get<{ reportProblem: { problem: { id: string } } }>(REPORT, {
      input: input({ external }),
    });
    const again = await tenant.get(REPORT, { input: input({ external }) });
    expect(again).toEqual(first);
    expect((await problemOf({ external })).id).toBe(first.reportProblem.problem.id);
    const answers = await Promise.all(
      [1, 2, 3].map(() => tenant.ask(REPORT, { input: input({ external: { ...external, id: '2' } }) })),
    );
    for (const { errors } of answers) expect(errors?.[0]?.extensions.code ?? 'CONFLICT').toBe('CONFLICT');
    const { account } = await tenant.get<{ account: { problems: { totalCount: number } } }>(
      'query ($ref: RefInput!) { account(ref: $ref) { problems { totalCount } } }',
      { ref: crm('acme') },
    );
    expect(account.problems.totalCount).toBe(2);
    await tenant.account('other');
    await tenant.people('other', { stranger: {} });
    const elsewhere = input({ external, account: crm('other'), reportedBy: [crm('stranger')] });
    expect(await tenant.refusal(REPORT, { input: elsewhere })).toEqual({
      code: 'CONFLICT',
      path: ['input', 'external'],
    });
  });

  it('are listed latest first, by their status', async () => {
    const a = await tenant.report('acme', ['olga'], '2026-11-01T09:00:00Z');
    const b = await tenant.report('acme', ['olga'], '2026-11-03T09:00:00Z');
    const c = await tenant.report('acme', ['olga'], '2026-11-02T09:00:00Z');
    await tenant.resolve(c, '2026-11-04T09:00:00Z');
    const { account } = await tenant.get<{ account: Record<string, { nodes: { id: string }[] }> }>(
      `query ($ref: RefInput!) { account(ref: $ref) { all: problems { nodes { id } } open: problems(status: OPEN) { nodes { id } }
        resolved: problems(status: RESOLVED) { nodes { id } } } }`,
      { ref: crm('acme') },
    );
    expect(
      Object.fromEntries(
        Object.entries(account).map(([name, { nodes }]) => [name, nodes.map(({ id }) => id)]),
      ),
    ).toEqual({
      all: [b, c, a],
      open: [b, a],
      resolved: [c],
    });
  });

  describe('that are solved without a level being told are gaps', () => {
    it('over the base or one account, the oldest first, in pages', async () => {
      for (const [index, name] of ['b', 'a', 'c'].entries()) {
        await tenant.account(name, { structure: 'HIERARCHICAL' });
        await tenant.people(name, { [`${name}-m`]: { level: 'MANAGEMENT' } });
        const id = await tenant.report(name, [`${name}-m`], '2026-11-01T09:00:00Z');
        await tenant.resolve(id, `2026-11-${12 - index}T09:00:00Z`);
      }
      const names: string[] = [];
      for (let after: string | null = null; ;) {
        const { knowledgeGaps }: GapsPage = await tenant.get(
          `query ($after: String) { knowledgeGaps(first: 1, after: $after) { totalCount nodes { problem { account { name } } }
            pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        expect(knowledgeGaps.totalCount).toBe(3);
        names.push(...knowledgeGaps.nodes.map(({ problem }) => problem.account.name));
        if (!knowledgeGaps.pageInfo.hasNextPage) break;
        after = knowledgeGaps.pageInfo.endCursor;
      }
      expect(names).toEqual(['c', 'a', 'b']);
      expect(await gaps('(account: {external: {system: "crm", id: "a"}})')).toEqual([
        { level: 'MANAGEMENT', since: '2026-11-11T09:00:00.000Z', untold: [{ fullName: 'a-m' }] },
      ]);
      expect(
        await tenant.refusal(
          '{ knowledgeGaps(account: {external: {system: "crm", id: "none"}}) { totalCount } }',
        ),
      ).toEqual({
        code: 'NOT_FOUND',
        path: ['account'],
      });
    });

    it('until a decision maker who knows of them is told: telling somebody else does not do', async () => {
      const id = await tenant.report('acme', ['mia', 'max'], '2026-11-01T09:00:00Z');
      await tenant.resolve(id, '2026-11-02T09:00:00Z');
      expect(await gaps()).toMatchObject([{ untold: [{ fullName: 'max' }, { fullName: 'mia' }] }]);
      await tenant.tell(id, ['mia'], 'TOLD_OF_RESOLUTION', '2026-11-03T09:00:00Z');
      expect(await gaps()).toMatchObject([{ untold: [{ fullName: 'max' }] }]);
      await tenant.tell(id, ['max'], 'TOLD_OF_RESOLUTION', '2026-11-03T09:00:00Z');
      expect(await gaps()).toEqual([]);
    });

    it('only to those who know of the trouble: nobody has to hear of its end who never heard of it', async () => {
      const id = await tenant.report('acme', ['mia'], '2026-11-01T09:00:00Z');
      await tenant.resolve(id, '2026-11-02T09:00:00Z');
      expect(await gaps()).toMatchObject([{ untold: [{ fullName: 'mia' }] }]);
      await tenant.tell(id, ['mia'], 'TOLD_OF_RESOLUTION', '2026-11-03T09:00:00Z');
      expect(await gaps()).toEqual([]);
    });

    it('no longer when who was in the dark has left', async () => {
      await tenant.account('small', { structure: 'HIERARCHICAL' });
      await tenant.people('small', { solo: { level: 'MANAGEMENT' } });
      const id = await tenant.report('small', ['solo'], '2026-11-01T09:00:00Z');
      await tenant.resolve(id, '2026-11-02T09:00:00Z');
      expect(await gaps()).toHaveLength(1);
      await tenant.people('small', { solo: { endedOn: '2026-11-19' } });
      expect(await gaps()).toEqual([]);
    });
  });
});
