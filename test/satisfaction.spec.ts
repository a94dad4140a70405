import { accepted, said } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const POINTS = ['LISTENING', 'IMPORTANCE', 'DIFFERENCES', 'HONESTY', 'RELIABILITY', 'AUTHENTICITY'];
const ELEMENTS = ['ABUNDANCE', 'TRUST', 'DREAMS', 'TRUTH', 'BALANCE', 'GRACE'];

const rated = (items: string[], ...ratings: number[]) => ({
  items: ratings.map((rating, index) => ({ item: items[index], rating })),
});

interface Recorded {
  id: string;
  instrument: string;
  score: number | null;
  choice: string | null;
  solicited: boolean;
  provenance: string;
  comment: string | null;
  supersededBy: { id: string } | null;
}

describe('satisfaction', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('acme');
    await tenant.people('acme', { olga: { level: 'OPERATIONS' }, max: { level: 'MANAGEMENT' } });
  });

  const item = (instrument: string, value: object, more: object = {}) => ({
    stakeholder: crm('olga'),
    instrument,
    value,
    answeredAt: '2026-11-19T09:00:00Z',
    ...more,
  });
  const recorded = async (id = 'olga'): Promise<Recorded[]> => {
    const { stakeholder } = await tenant.get<{ stakeholder: { answers: { nodes: Recorded[] } } }>(
      `query ($ref: RefInput!) { stakeholder(ref: $ref) { answers { nodes {
        id instrument score choice solicited provenance comment supersededBy { id } } } } }`,
      { ref: crm(id) },
    );
    return stakeholder.answers.nodes;
  };
  const operations = async () =>
    (await tenant.stored('acme')).levels.find(({ level }) => level === 'OPERATIONS');

  describe('an answer to an instrument', () => {
    it.each<[string, object, number | null]>([
      ['NPS', { number: 0 }, 0],
      ['NPS', { number: 10 }, 100],
      ['NPS', { number: 7 }, 70],
      ['CSAT', { number: 1 }, 0],
      ['CSAT', { number: 4 }, 75],
      ['RECOMMEND', { choice: 'definitely no' }, 0],
      ['RECOMMEND', { choice: 'probably no' }, 100 / 3],
      ['RECOMMEND', { choice: 'PROBABLY_YES' }, 200 / 3],
      ['RECOMMEND', { choice: 'Definitely Yes' }, 100],
      ['REPURCHASE', { choice: 'yes' }, null],
      ['REPURCHASE', { choice: 'no' }, null],
      ['POINTS_OF_CONNECTION', rated(POINTS, 5, 5, 5, 5), 100],
      ['POINTS_OF_CONNECTION', rated(POINTS, 1, 2, 3, 4, 5, 3), 50],
      ['PARTNERSHIP', rated(ELEMENTS, 1, 1, 1, 2, 2, 2), 12.5],
    ])('%s of %j scores %p', async (instrument, value, score) => {
      const [outcome] = accepted(await tenant.recordSatisfaction([item(instrument, value)]));
      if (score === null) expect(outcome?.row?.score).toBeNull();
      else expect(outcome?.row?.score).toBeCloseTo(score, 9);
    });

    it.each<[string, object, string]>([
      ['NPS', { number: 11 }, 'value.number'],
      ['NPS', { number: -1 }, 'value.number'],
      ['NPS', { number: 7.5 }, 'value.number'],
      ['NPS', { choice: 'yes' }, 'value.choice'],
      ['NPS', rated(POINTS, 5, 5, 5, 5), 'value.items'],
      ['CSAT', { number: 0 }, 'value.number'],
      ['CSAT', { number: 6 }, 'value.number'],
      ['RECOMMEND', { choice: 'maybe' }, 'value.choice'],
      ['RECOMMEND', { number: 3 }, 'value.number'],
      ['RECOMMEND', { choice: '' }, 'value.choice'],
      ['REPURCHASE', { choice: 'perhaps' }, 'value.choice'],
      ['POINTS_OF_CONNECTION', rated(POINTS, 5, 5, 5), 'value.items'],
      ['POINTS_OF_CONNECTION', rated(POINTS, 5, 5, 6, 5), 'value.items.2.rating'],
      ['POINTS_OF_CONNECTION', rated(ELEMENTS, 5, 5, 5, 5), 'value.items.0.item'],
      ['POINTS_OF_CONNECTION', rated(['HONESTY', 'HONESTY'], 5, 5), 'value.items.1.item'],
      ['PARTNERSHIP', { number: 5 }, 'value.number'],
    ])('%s of %j is refused, and the error says where', async (instrument, value, path) => {
      const outcomes = await tenant.recordSatisfaction([item(instrument, value)]);
      const expected =
        path === 'value.choice' && instrument === 'NPS' ? /^REJECTED INVALID_INPUT value/ : null;
      if (expected) expect(said(outcomes)[0]).toMatch(expected);
      else expect(said(outcomes)).toEqual([`REJECTED INVALID_INPUT ${path}`]);
      expect(await recorded()).toEqual([]);
    });

    it('is refused when it holds two values or none', async () => {
      const query =
        'mutation ($answers: [SatisfactionAnswerInput!]!) { recordSatisfaction(answers: $answers) { results { status } } }';
      for (const value of [{ number: 5, choice: 'yes' }, {}, { number: null }]) {
        expect(await tenant.refusal(query, { answers: [item('NPS', value)] })).toMatchObject({
          code: 'INVALID_INPUT',
        });
      }
    });

    it('is refused for an instrument or a person there is not, and in the future', async () => {
      expect(
        said(
          await tenant.recordSatisfaction([
            item('MOOD', { number: 5 }),
            item('NPS', { number: 5 }, { stakeholder: crm('nobody') }),
            item('NPS', { number: 5 }, { answeredAt: '2026-11-20T09:00:00.001Z' }),
            item('NPS', { number: 5 }, { answeredAt: '2026-11-20T10:00:00+01:00' }),
          ]),
        ),
      ).toEqual([
        'REJECTED NOT_FOUND instrument',
        'REJECTED NOT_FOUND stakeholder',
        'REJECTED INVALID_INPUT answeredAt',
        'CREATED',
      ]);
    });
  });

  it('takes a blank intention to buy again for an answer of its own', async () => {
    accepted(await tenant.recordSatisfaction([item('REPURCHASE', { choice: '' })]));
    expect(await recorded()).toMatchObject([{ instrument: 'REPURCHASE', choice: '', score: null }]);
    expect(await tenant.reasons('acme')).not.toContain('STATED_DEFECTION');
  });

  it('hears a decision maker who would not buy again, until they have changed their mind', async () => {
    await tenant.people('acme', { dora: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] } });
    const intend = (choice: string, answeredAt: string) =>
      tenant.recordSatisfaction([item('REPURCHASE', { choice }, { stakeholder: crm('dora'), answeredAt })]);
    accepted(await intend('no', '2026-11-10T09:00:00Z'));
    expect(await tenant.reasons('acme')).toContain('STATED_DEFECTION');
    accepted(await intend('yes', '2026-11-11T09:00:00Z'));
    expect(await tenant.reasons('acme')).not.toContain('STATED_DEFECTION');
  });

  describe('a correction', () => {
    it('stays beside what it corrects, and is what counts; a correction of a correction too', async () => {
      const first = await tenant.answer('olga', 1, '2026-11-10T09:00:00Z');
      expect(await operations()).toMatchObject({ score: 10, heard: 1 });
      const second = await tenant.answer('olga', 9, '2026-11-10T09:00:00Z', { supersedes: first });
      expect(await operations()).toMatchObject({ score: 90, heard: 1 });
      const third = await tenant.answer('olga', 7, '2026-11-09T09:00:00Z', { supersedes: second });
      expect(await operations()).toMatchObject({ score: 70, heard: 1 });
      const all = await recorded();
      expect(new Map(all.map(({ id, supersededBy }) => [id, supersededBy?.id ?? null]))).toEqual(
        new Map([
          [first, second],
          [second, third],
          [third, null],
        ]),
      );
    });

    it('is refused where it corrects nobody, somebody else, another instrument or what was corrected before', async () => {
      const first = await tenant.answer('olga', 1, '2026-11-10T09:00:00Z');
      await tenant.answer('olga', 2, '2026-11-10T09:00:00Z', { supersedes: first });
      const outcomes = await tenant.recordSatisfaction([
        item('NPS', { number: 3 }, { supersedes: first }),
        item('NPS', { number: 3 }, { supersedes: '01890000-0000-7000-8000-00000000dead' }),
        item('NPS', { number: 3 }, { supersedes: first, stakeholder: crm('max') }),
        item('CSAT', { number: 3 }, { supersedes: first }),
      ]);
      expect(said(outcomes)).toEqual([
        'REJECTED CONFLICT supersedes',
        'REJECTED NOT_FOUND supersedes',
        'REJECTED RULE_BROKEN supersedes',
        'REJECTED RULE_BROKEN supersedes',
      ]);
      expect(await recorded()).toHaveLength(2);
    });

    it('that two bring at once is taken from one of them', async () => {
      const first = await tenant.answer('olga', 1, '2026-11-10T09:00:00Z');
      const writes = await Promise.all(
        [5, 6, 7].map((number) =>
          tenant.recordSatisfaction([item('NPS', { number }, { supersedes: first })]),
        ),
      );
      const statuses = writes.flatMap((outcomes) =>
        outcomes.map(({ status, error }) => error?.code ?? status),
      );
      expect(statuses.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CREATED']);
      expect(await recorded()).toHaveLength(2);
    });
  });

  describe('an answer with an id of another system', () => {
    const external = { system: 'survey', id: '1' };

    it('is recorded once, and said to be unchanged when it is sent again', async () => {
      const answer = item('NPS', { number: 5 }, { external, comment: 'Fine' });
      const outcomes = await tenant.recordSatisfaction([answer, answer]);
      expect(said(outcomes)).toEqual(['CREATED', 'UNCHANGED']);
      expect(said(await tenant.recordSatisfaction([answer]))).toEqual(['UNCHANGED']);
      expect(new Set(outcomes.map(({ row }) => row?.id)).size).toBe(1);
      expect(await recorded()).toHaveLength(1);
    });

    it.each<[string, object]>([
      ['another value', { value: { number: 6 } }],
      ['another time', { answeredAt: '2026-11-18T09:00:00Z' }],
      ['another person', { stakeholder: crm('max') }],
      ['another source', { provenance: 'OUR_ESTIMATE' }],
      ['other words', { comment: 'Awful' }],
      ['another instrument', { instrument: 'CSAT' }],
    ])('conflicts with %s under the same id', async (_, more) => {
      accepted(await tenant.recordSatisfaction([item('NPS', { number: 5 }, { external })]));
      const outcomes = await tenant.recordSatisfaction([item('NPS', { number: 5 }, { external, ...more })]);
      expect(said(outcomes)).toEqual(['REJECTED CONFLICT external']);
      expect(await recorded()).toMatchObject([{ score: 50 }]);
    });

    it('conflicts with other ratings under the same id, even of the same mean', async () => {
      accepted(
        await tenant.recordSatisfaction([item('PARTNERSHIP', rated(ELEMENTS, 1, 5, 3, 3), { external })]),
      );
      expect(
        said(
          await tenant.recordSatisfaction([
            item('PARTNERSHIP', rated(ELEMENTS, 5, 1, 3, 3), { external }),
            item('PARTNERSHIP', { items: rated(ELEMENTS, 1, 5, 3, 3).items.reverse() }, { external }),
          ]),
        ),
      ).toEqual(['REJECTED CONFLICT external', 'UNCHANGED']);
    });

    it('may be a correction, and is unchanged when that is sent again', async () => {
      const supersedes = await tenant.answer('olga', 1, '2026-11-10T09:00:00Z');
      const correction = item('NPS', { number: 9 }, { external, supersedes });
      expect(said(await tenant.recordSatisfaction([correction]))).toEqual(['CREATED']);
      expect(said(await tenant.recordSatisfaction([correction]))).toEqual(['UNCHANGED']);
    });
  });

  it('keeps what we estimate apart from what the customer stated', async () => {
    const estimate = { provenance: 'OUR_ESTIMATE', solicited: false };
    await tenant.answer('olga', 10, '2026-11-10T09:00:00Z', estimate);
    expect(await operations()).toMatchObject({ heard: 0, score: null, ourEstimate: 100 });
    await tenant.answer('olga', 2, '2026-11-09T09:00:00Z');
    expect(await operations()).toMatchObject({ heard: 1, score: 20, ourEstimate: 100 });
    expect(await tenant.reasons('acme')).toContain('OVERESTIMATED');
    expect(await recorded()).toMatchObject([
      { provenance: 'OUR_ESTIMATE', solicited: false },
      { solicited: true },
    ]);
  });

  describe('an instrument of our own', () => {
    const DEFINE =
      'mutation ($input: InstrumentInput!) { defineInstrument(input: $input) { code minimum maximum measures } }';
    const pulse = { code: 'PULSE', minimum: -2, maximum: 2, measures: 'SATISFACTION' };

    it('is defined once and answered on a line between its ends', async () => {
      expect(await tenant.get(DEFINE, { input: pulse })).toEqual({ defineInstrument: pulse });
      expect(await tenant.get(DEFINE, { input: pulse })).toEqual({ defineInstrument: pulse });
      const outcomes = await tenant.recordSatisfaction([
        item('PULSE', { number: -2 }),
        item('PULSE', { number: 0.5 }),
        item('PULSE', { number: 2.01 }),
      ]);
      expect(said(outcomes)).toEqual(['CREATED', 'CREATED', 'REJECTED INVALID_INPUT value.number']);
      expect(outcomes.map(({ row }) => row?.score)).toEqual([0, 62.5, undefined]);
      expect(await tenant.get('{ instruments { code } }')).toEqual({ instruments: [{ code: 'PULSE' }] });
      const other = await TestTenant.create(service);
      expect(await other.get('{ instruments { code } }')).toEqual({ instruments: [] });
    });

    it.each<[string, object, object]>([
      [
        'another scale of the same code',
        { ...pulse, maximum: 5 },
        { code: 'CONFLICT', path: ['input', 'code'] },
      ],
      ['a code of the method', { ...pulse, code: 'NPS' }, { code: 'INVALID_INPUT', path: ['input', 'code'] }],
      [
        'a code in small letters',
        { ...pulse, code: 'pulse' },
        { code: 'INVALID_INPUT', path: ['input', 'code'] },
      ],
      [
        'no range',
        { ...pulse, code: 'P2', maximum: -2 },
        { code: 'INVALID_INPUT', path: ['input', 'maximum'] },
      ],
      [
        'an intention',
        { ...pulse, code: 'P2', measures: 'INTENTION' },
        { code: 'INVALID_INPUT', path: ['input', 'measures'] },
      ],
    ])('is refused with %s', async (_, input, refusal) => {
      await tenant.get(DEFINE, { input: pulse });
      expect(await tenant.refusal(DEFINE, { input })).toEqual(refusal);
    });
  });

  it('lists answers latest first, whenever they were recorded, and pages through them', async () => {
    for (const [number, day] of [
      [1, '05'],
      [2, '07'],
      [3, '06'],
      [4, '07'],
    ] as const) {
      await tenant.answer('olga', number, `2026-11-${day}T09:00:00Z`);
    }
    const page = async (after: string | null) => {
      const { stakeholder } = await tenant.get<{
        stakeholder: {
          answers: {
            nodes: { score: number }[];
            totalCount: number;
            pageInfo: { endCursor: string; hasNextPage: boolean };
          };
        };
      }>(
        `query ($ref: RefInput!, $after: String) { stakeholder(ref: $ref) { answers(first: 3, after: $after) {
          totalCount nodes { score } pageInfo { endCursor hasNextPage } } } }`,
        { ref: crm('olga'), after },
      );
      return stakeholder.answers;
    };
    const first = await page(null);
    expect(first).toMatchObject({
      totalCount: 4,
      nodes: [{ score: 40 }, { score: 20 }, { score: 30 }],
      pageInfo: { hasNextPage: true },
    });
    const second = await page(first.pageInfo.endCursor);
    expect(second).toMatchObject({ totalCount: 4, nodes: [{ score: 10 }], pageInfo: { hasNextPage: false } });
  });

  it('undoes an atomic batch as a whole, and takes 200 answers and not one more', async () => {
    const outcomes = await tenant.recordSatisfaction(
      [item('NPS', { number: 5 }), item('NPS', { number: 50 })],
      true,
    );
    expect(said(outcomes)).toEqual(['REJECTED RULE_BROKEN', 'REJECTED INVALID_INPUT value.number']);
    expect(await recorded()).toEqual([]);
    expect(await operations()).toMatchObject({ heard: 0 });
    const query =
      'mutation ($answers: [SatisfactionAnswerInput!]!) { recordSatisfaction(answers: $answers) { results { status } } }';
    const answers = Array.from({ length: 201 }, () => item('NPS', { number: 5 }));
    expect(await tenant.refusal(query, { answers })).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
});
