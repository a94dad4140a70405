import { TestService } from './service.js';

const ref = (id: string) => ({ external: { system: 'crm', id } });
const ACME = ref('acme');
const [OLGA, PETE, MAX] = [ref('olga'), ref('pete'), ref('max')];

interface Reach {
  levels: {
    level: string;
    reached: {
      stakeholder: { fullName: string };
      by: { advocate: { fullName: string }; outcome: string }[];
    }[];
    unreached: {
      stakeholder: { fullName: string };
      nearest: {
        advocate: { stakeholder: { fullName: string } };
        steps: { kind: string; to: { fullName: string } }[];
      }[];
    }[];
  }[];
  advocates: number;
  restsOnOnePerson: boolean;
}
interface Cycle {
  stage: string;
  nextStep: string;
  why: string;
  coverage: {
    gaps: string[];
    functions: { ourFunction: string; insights: number }[];
    levels: { level: string; isHeardLately: boolean }[];
  };
}

const CYCLE = `query ($ref: RefInput!) { account(ref: $ref) { cycle { stage nextStep why
  coverage { gaps functions { ourFunction insights } levels { level isHeardLately } } }
  reach { advocates restsOnOnePerson levels { level
    reached { stakeholder { fullName } by { advocate { fullName } outcome } }
    unreached { stakeholder { fullName } nearest { advocate { stakeholder { fullName } } steps { kind to { fullName } } } } } } } }`;
const AMPLIFY = `mutation ($input: RecordAmplificationInput!, $why: String) {
  recordAmplification(input: $input, overrideReason: $why) { id overridden overrideReason audience { outcome stakeholder { fullName } } } }`;

describe('an account from its first insight to an advocate who reaches its manager', () => {
  let service: TestService;
  let key: string;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-03-01T09:00:00.000Z');
    ({ key } = await service.createTenant());
    await createSegment();
  });
  afterAll(() => service.stop());

  const get = <Data>(query: string, variables: Record<string, unknown> = {}) =>
    service.get<Data>(key, query, variables);
  const ask = <Data>(query: string, variables: Record<string, unknown> = {}) =>
    service.ask<Data>(key, query, variables);
  const look = async () =>
    (await get<{ account: { cycle: Cycle; reach: Reach } }>(CYCLE, { ref: ACME })).account;
  const speak = (occurredAt: string, why: string | null = null, advocate = OLGA) =>
    ask<{ recordAmplification: { overridden: string[]; overrideReason: string | null } }>(AMPLIFY, {
      input: {
        advocate,
        audience: [{ stakeholder: MAX, outcome: 'IN_FAVOUR' }],
        message: 'It saves us a day a week.',
        setting: 'MEETING',
        occurredAt,
      },
      why,
    });

  async function createSegment(): Promise<void> {
    const names = ['acme', 'peer1', 'peer2', 'peer3', 'peer4'];
    await get(
      `mutation ($accounts: [AccountInput!]!) { upsertAccounts(accounts: $accounts, atomic: true) { results { status } } }`,
      { accounts: names.map((name) => ({ ...ref(name), name, structure: 'HIERARCHICAL', segment: 'Rail' })) },
    );
    const people = [
      { ...OLGA, account: ACME, fullName: 'Olga Ops', level: 'OPERATIONS', reportsTo: PETE },
      { ...PETE, account: ACME, fullName: 'Pete Lead', level: 'OPERATIONS', reportsTo: MAX },
      { ...MAX, account: ACME, fullName: 'Max Manager', level: 'MANAGEMENT', roles: ['DECISION_MAKER'] },
      ...names
        .slice(1)
        .map((name) => ({ ...ref(`${name} boss`), account: ref(name), fullName: name, level: 'MANAGEMENT' })),
    ];
    await get(
      `mutation ($stakeholders: [StakeholderInput!]!) { upsertStakeholders(stakeholders: $stakeholders, atomic: true) { results { status error { message } } } }`,
      { stakeholders: people },
    );
    const answers = [
      { stakeholder: OLGA, value: { number: 10 } },
      { stakeholder: MAX, value: { number: 6 } },
      ...names
        .slice(1)
        .map((name, index) => ({ stakeholder: ref(`${name} boss`), value: { number: 6 + index } })),
    ].map((answer) => ({ ...answer, instrument: 'NPS', answeredAt: '2026-02-20T10:00:00Z' }));
    await get(
      `mutation ($answers: [SatisfactionAnswerInput!]!) { recordSatisfaction(answers: $answers, atomic: true) { results { status error { message } } } }`,
      { answers },
    );
  }

  it('begins with nothing learned and nobody reached', async () => {
    const { cycle, reach } = await look();
    expect(cycle).toMatchObject({
      stage: 'LEARN',
      nextStep: expect.stringContaining('nothing was learned') as string,
    });
    expect(cycle.coverage.gaps).toEqual([
      'Sales, service, field, engineering and finance have never recorded anything.',
      'Nobody in operations was heard this quarter, nor ever before.',
      'Nobody in management was heard this quarter, nor ever before.',
    ]);
    expect(reach).toMatchObject({ advocates: 0, levels: [{ level: 'MANAGEMENT', reached: [] }] });
    expect(reach.levels[0]?.unreached).toEqual([
      {
        stakeholder: { fullName: 'Max Manager' },
        nearest: [
          {
            advocate: { stakeholder: { fullName: 'Olga Ops' } },
            steps: [
              { kind: 'REPORTING_LINE', to: { fullName: 'Pete Lead' } },
              { kind: 'REPORTING_LINE', to: { fullName: 'Max Manager' } },
            ],
          },
        ],
      },
    ]);
  });

  it('learns from both levels, by two of our functions', async () => {
    const { logInteraction } = await get<{ logInteraction: { interaction: { id: string } } }>(
      `mutation ($input: LogInteractionInput!) { logInteraction(input: $input) { interaction { id } } }`,
      { input: { account: ACME, stakeholders: [MAX], channel: 'CALL', occurredAt: '2026-02-25T10:00:00Z' } },
    );
    const RECORD = `mutation ($input: RecordInsightInput!) { recordInsight(input: $input) {
      id statement ourFunction segment account { name } heardFrom { fullName } interaction { id } } }`;
    const { recordInsight } = await get<{ recordInsight: object }>(RECORD, {
      input: {
        account: ACME,
        ourFunction: 'SALES',
        statement: 'Max doubts that it pays.',
        heardFrom: [MAX],
        interaction: logInteraction.interaction.id,
        learnedAt: '2026-02-25T10:00:00Z',
      },
    });
    expect(recordInsight).toMatchObject({
      account: { name: 'acme' },
      heardFrom: [{ fullName: 'Max Manager' }],
      interaction: { id: logInteraction.interaction.id },
    });
    expect((await look()).cycle.nextStep).toContain('service, field, engineering and finance');
    await get(RECORD, {
      input: {
        account: ACME,
        ourFunction: 'FIELD',
        statement: 'Olga is quick with it.',
        heardFrom: [OLGA],
        learnedAt: '2026-02-26T10:00:00Z',
      },
    });
    const segmentInsight = {
      segment: 'Rail',
      ourFunction: 'SALES',
      statement: 'They all tender in May.',
      learnedAt: '2026-02-26T10:00:00Z',
    };
    await get(RECORD, { input: segmentInsight });
    const { insights } = await get<{ insights: object }>(
      '{ insights(segment: "Rail") { totalCount nodes { statement account { name } } } }',
    );
    expect(insights).toEqual({
      totalCount: 1,
      nodes: [{ statement: 'They all tender in May.', account: null }],
    });
    const { cycle } = await look();
    expect(cycle.stage).toBe('LEARN');
    expect(cycle.nextStep).toContain('Max Manager in management how their peers do');
    expect(cycle.coverage.gaps).toEqual(['Service, engineering and finance have never recorded anything.']);
  });

  it('refuses an insight about nothing, about two things, of tomorrow, or heard from somebody else’s people', async () => {
    const base = { ourFunction: 'SALES', statement: 'x', learnedAt: '2026-02-26T10:00:00Z' };
    const refused = async (input: object) => {
      const { errors } = await ask(
        'mutation ($input: RecordInsightInput!) { recordInsight(input: $input) { id } }',
        { input },
      );
      return errors?.[0]?.extensions.code;
    };
    expect(await refused(base)).toBe('INVALID_INPUT');
    expect(await refused({ ...base, account: ACME, segment: 'Rail' })).toBe('INVALID_INPUT');
    expect(await refused({ ...base, account: ACME, learnedAt: '2026-03-02T10:00:00Z' })).toBe(
      'INVALID_INPUT',
    );
    expect(await refused({ ...base, account: ACME, heardFrom: [ref('peer1 boss')] })).toBe('RULE_BROKEN');
    expect(await refused({ ...base, account: ref('nobody') })).toBe('NOT_FOUND');
  });

  it('teaches with a benchmark of the segment, kept as it was shown', async () => {
    const BENCHMARK = `query ($account: RefInput) { segmentBenchmark(segment: "Rail", instrument: "NPS", account: $account) {
      id accounts voices mean median bands { from to share } levels { level } trend { median } ownPlace { voices median place } handout } }`;
    const { segmentBenchmark: shown } = await get<{ segmentBenchmark: { id: string; handout: string } }>(
      BENCHMARK,
      { account: ACME },
    );
    expect(shown).toMatchObject({
      accounts: 5,
      voices: 5,
      median: 75,
      levels: [],
      trend: [{ median: 75 }],
      ownPlace: { voices: 2, median: 80, place: 'ABOVE' },
    });
    expect(shown.handout).toContain('<svg');
    expect(shown.handout).toContain('<h2>acme</h2>');
    const { recordTeaching } = await get<{ recordTeaching: object }>(
      `mutation ($input: RecordTeachingInput!) { recordTeaching(input: $input) {
         topic response stakeholders { fullName } ownPlace { place } benchmark { id median ownPlace { place } } } }`,
      {
        input: {
          account: ACME,
          stakeholders: [MAX],
          topic: 'How rail answers',
          benchmark: shown.id,
          ourFunction: 'SALES',
          taughtAt: '2026-02-28T10:00:00Z',
          response: 'TOWARD_PARTNERSHIP',
        },
      },
    );
    expect(recordTeaching).toEqual({
      topic: 'How rail answers',
      response: 'TOWARD_PARTNERSHIP',
      stakeholders: [{ fullName: 'Max Manager' }],
      ownPlace: { place: 'ABOVE' },
      benchmark: { id: shown.id, median: 75, ownPlace: null },
    });
    expect((await look()).cycle).toMatchObject({
      stage: 'TEACH',
      nextStep: expect.stringContaining('Hand Olga Ops a kit') as string,
    });
  });

  it('equips the candidate it found in operations', async () => {
    const ADVOCATES = `query ($status: [AdvocateStatus!]) { advocates(account: {external: {system: "crm", id: "acme"}}, status: $status) {
      totalCount nodes { status askableFrom guardedBy stakeholder { fullName } kits { title } } } }`;
    const candidate = {
      status: 'CANDIDATE',
      askableFrom: '2026-03-01',
      guardedBy: [],
      stakeholder: { fullName: 'Olga Ops' },
      kits: [],
    };
    const { advocates } = await get<{ advocates: object }>(ADVOCATES);
    expect(advocates).toEqual({ totalCount: 1, nodes: [candidate] });
    const { createKit } = await get<{ createKit: { id: string } }>(
      `mutation { createKit(input: {title: "What it saves", version: "1", level: MANAGEMENT, links: [{title: "Figures", url: "https://example.com/figures.pdf"}]}) { id } }`,
    );
    const kit = createKit.id;
    const { equipAdvocate } = await get<{ equipAdvocate: object }>(
      `mutation ($input: EquipAdvocateInput!) { equipAdvocate(input: $input) { status kits { title links { url } } stakeholder { fullName } } }`,
      { input: { advocate: OLGA, kit, equippedAt: '2026-02-28T12:00:00Z' } },
    );
    expect(equipAdvocate).toMatchObject({ status: 'EQUIPPED', kits: [{ title: 'What it saves' }] });
    expect((await look()).cycle.nextStep).toBe('Ask Olga Ops to speak to Max Manager, by way of Pete Lead.');
  });

  it('is refused to ask while a problem is open, unless somebody says why; the reason is kept', async () => {
    service.setClock('2026-03-02T09:00:00.000Z');
    const { reportProblem } = await get<{ reportProblem: { problem: { id: string } } }>(
      `mutation ($input: ReportProblemInput!) { reportProblem(input: $input) { problem { id } } }`,
      {
        input: {
          account: ACME,
          title: 'Late deliveries',
          severity: 'HIGH',
          occurredAt: '2026-03-02T08:00:00Z',
          reportedBy: [PETE],
        },
      },
    );
    const refused = await speak('2026-03-02T08:30:00Z');
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'RULE_BROKEN',
      details: {
        guardedBy: ['PROBLEM_OPEN'],
        reasons: ['"Late deliveries" stands open: solve it before asking for anything.'],
        askableFrom: null,
      },
    });
    expect((await look()).reach.levels[0]?.reached).toEqual([]);
    expect((await look()).cycle.nextStep).toContain(
      'Nobody is to be asked for anything yet. "Late deliveries" stands open',
    );
    const blank = await speak('2026-03-02T08:30:00Z', '  ');
    expect(blank.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    await get(
      `mutation ($id: ID!) { resolveProblem(problem: {id: $id}, resolvedAt: "2026-03-02T08:45:00Z", resolution: "New carrier") { problem { status } } }`,
      { id: reportProblem.problem.id },
    );
    const untold = await speak('2026-03-02T08:50:00Z');
    expect(untold.errors?.[0]?.extensions.details.guardedBy).toEqual(['RESOLUTION_UNTOLD']);
    const overridden = await speak('2026-03-02T08:50:00Z', 'Pete was on the phone when it was solved.');
    expect(overridden.data.recordAmplification).toMatchObject({
      overridden: ['RESOLUTION_UNTOLD'],
      overrideReason: 'Pete was on the phone when it was solved.',
      audience: [{ outcome: 'IN_FAVOUR', stakeholder: { fullName: 'Max Manager' } }],
    });
    await get(
      `mutation ($input: RecordKnowledgeInput!) { recordKnowledge(input: $input) { problem { id } } }`,
      {
        input: {
          problem: { id: reportProblem.problem.id },
          stakeholders: [PETE],
          knowledge: 'TOLD_OF_RESOLUTION',
          at: '2026-03-02T08:55:00Z',
        },
      },
    );
  });

  it('has reached the manager then, and says that one person is no network', async () => {
    const { cycle, reach } = await look();
    expect(cycle).toMatchObject({
      stage: 'AMPLIFY',
      nextStep: expect.stringContaining('Win a second advocate') as string,
    });
    expect(reach).toMatchObject({ advocates: 1, restsOnOnePerson: true });
    expect(reach.levels).toEqual([
      {
        level: 'MANAGEMENT',
        reached: [
          {
            stakeholder: { fullName: 'Max Manager' },
            by: [{ advocate: { fullName: 'Olga Ops' }, outcome: 'IN_FAVOUR' }],
          },
        ],
        unreached: [],
      },
    ]);
  });

  it('asks nobody twice within thirty days', async () => {
    service.setClock('2026-03-31T23:00:00.000Z');
    const tooSoon = await speak('2026-03-31T10:00:00Z');
    expect(tooSoon.errors?.[0]?.extensions).toMatchObject({
      code: 'RULE_BROKEN',
      details: { guardedBy: ['ASKED_RECENTLY'], askableFrom: '2026-04-01' },
    });
    const before = await speak('2026-02-28T23:00:00Z');
    expect(before.errors?.[0]?.extensions.details.guardedBy).toEqual(['ASKED_RECENTLY']);
    const other = await ask<{ recordAsk: { kind: string } }>(
      `mutation ($input: RecordAskInput!) { recordAsk(input: $input) { kind } }`,
      { input: { stakeholder: MAX, kind: 'REFERENCE', askedAt: '2026-03-31T10:00:00Z' } },
    );
    expect(other.data.recordAsk.kind).toBe('REFERENCE');
    service.setClock('2026-04-01T09:00:00.000Z');
    const { data } = await speak('2026-04-01T08:00:00Z', 'Not needed.');
    expect(data.recordAmplification).toMatchObject({ overridden: [], overrideReason: null });
  });

  it('keeps the balance of what was asked and given, level by level and month by month', async () => {
    const { account } = await get<{
      account: { balance: { months: object[]; levels: object[]; entries: object[] } };
    }>(
      `query ($ref: RefInput!) { account(ref: $ref) { balance { asked given levels { level asked given kinds { kind count } }
         months { month asked given balance } entries { side kind stakeholder { fullName } } } } }`,
      { ref: ACME },
    );
    expect(account.balance).toMatchObject({
      asked: 5,
      given: 2,
      levels: [
        {
          level: 'OPERATIONS',
          asked: 3,
          given: 1,
          kinds: [
            { kind: 'ANSWER', count: 1 },
            { kind: 'AMPLIFICATION', count: 2 },
            { kind: 'RESOLUTION_TOLD', count: 1 },
          ],
        },
        {
          level: 'MANAGEMENT',
          asked: 2,
          given: 1,
          kinds: [
            { kind: 'ANSWER', count: 1 },
            { kind: 'REFERENCE', count: 1 },
            { kind: 'TEACHING', count: 1 },
          ],
        },
      ],
      months: [
        { month: '2026-02', asked: 2, given: 1, balance: -1 },
        { month: '2026-03', asked: 2, given: 1, balance: -2 },
        { month: '2026-04', asked: 1, given: 0, balance: -3 },
      ],
    });
    expect(account.balance.entries[0]).toEqual({
      side: 'ASKED',
      kind: 'AMPLIFICATION',
      stakeholder: { fullName: 'Olga Ops' },
    });
  });

  it('shows what followed beside comparable accounts, and what that does not prove', async () => {
    service.setClock('2026-06-01T09:00:00.000Z');
    const answers = [
      { stakeholder: MAX, value: { number: 8 } },
      { stakeholder: ref('peer1 boss'), value: { number: 6 } },
      { stakeholder: ref('peer2 boss'), value: { number: 9 } },
    ].map((answer) => ({ ...answer, instrument: 'NPS', answeredAt: '2026-05-20T10:00:00Z' }));
    await get(
      `mutation ($answers: [SatisfactionAnswerInput!]!) { recordSatisfaction(answers: $answers, atomic: true) { results { status } } }`,
      { answers },
    );
    const { account } = await get<{
      account: { amplifications: { nodes: { effect: { reading: string } }[] } };
    }>(
      `query ($ref: RefInput!) { account(ref: $ref) { amplifications(first: 1) { nodes { effect {
         days comparableAccounts audience { people heardTwice higher share } comparable { people heardTwice higher same share low high } reading } } } } }`,
      { ref: ACME },
    );
    expect(account.amplifications.nodes[0]?.effect).toMatchObject({
      days: 180,
      comparableAccounts: 4,
      audience: { people: 1, heardTwice: 1, higher: 1, share: 1 },
      comparable: { people: 4, heardTwice: 2, higher: 1, same: 1, share: 0.5 },
    });
    expect(account.amplifications.nodes[0]?.effect.reading).toContain('does not prove');
  });

  it('shows what the account did afterwards, beside what comparable accounts did', async () => {
    service.setClock('2026-10-01T09:00:00.000Z');
    const done = (account: object, kind: string, occurredOn: string) => ({ account, kind, occurredOn });
    const { recordLoyaltyEvents } = await get<{ recordLoyaltyEvents: { results: { status: string }[] } }>(
      `mutation ($events: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $events, atomic: true) { results { status } } }`,
      {
        events: [
          done(ACME, 'RENEWED', '2026-09-30'),
          done(ref('peer1'), 'RENEWED', '2026-08-31'),
          done(ref('peer2'), 'LOST', '2026-07-31'),
          // Before any advocate spoke: it had nothing more to decide.
          done(ref('peer3'), 'LOST', '2026-01-31'),
        ],
      },
    );
    expect(recordLoyaltyEvents.results.map(({ status }) => status)).toEqual(Array(4).fill('CREATED'));
    const { account } = await get<{
      account: { amplifications: { nodes: { effect: { behaviour: { reading: string } } }[] } };
    }>(
      `query ($ref: RefInput!) { account(ref: $ref) { amplifications(first: 1) { nodes { effect { behaviour {
         days own { accounts decided stayed left } comparable { accounts decided stayed left share low high } reading } } } } } }`,
      { ref: ACME },
    );
    const behaviour = account.amplifications.nodes[0]?.effect.behaviour;
    expect(behaviour).toMatchObject({
      days: 365,
      own: { accounts: 1, decided: 1, stayed: 1, left: 0 },
      comparable: { accounts: 3, decided: 2, stayed: 1, left: 1, share: 0.5 },
    });
    expect(behaviour?.reading).toMatch(/^The account where the advocate spoke stayed within 365 days\. Of 3/);
    expect(behaviour?.reading).toContain('does not prove');
  });
});
