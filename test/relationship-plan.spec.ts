import { Role } from '../src/domain/rights.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Plan {
  id: string;
  version: number;
  goals: { id: string; side: string; text: string; status: string; isOverdue: boolean }[];
  nextReviewOn: string | null;
  overdueDays: number;
}

const PLAN =
  'id version goals { id side text measure dueOn status isOverdue } nextReviewOn overdueDays updatedAt updatedBy { email }';
const SAVE = `mutation ($input: RelationshipPlanInput!) { savePlan(input: $input) { ${PLAN} } }`;
const REVIEW = `mutation ($input: RecordPlanReviewInput!) { recordPlanReview(input: $input) { ${PLAN} } }`;
const DUE = `query ($ownerEmail: String, $before: Date, $first: Int, $after: String) {
  plansDue(ownerEmail: $ownerEmail, before: $before, first: $first, after: $after) {
    totalCount pageInfo { endCursor } nodes { nextReviewOn overdueDays account { name } } } }`;
const COMMIT = 'mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }';
const AGREE = 'mutation ($input: AgreeExpectationInput!) { agreeExpectation(input: $input) { id } }';
const JOIN = 'mutation ($input: TeamMemberInput!) { assignTeamMember(input: $input) { id } }';

describe('the relationship plan of an account', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-03-01T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('acme', { ownerEmail: 'ann@strata.example', segment: 'Rail' });
    await tenant.people('acme', {
      max: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'], title: 'Head of plant' },
      olga: { level: 'OPERATIONS' },
    });
  });

  const GROW = { side: 'OURS', text: 'Serve both plants', measure: 'Orders from both', dueOn: '2026-12-31' };
  const CALM = { side: 'THEIRS', text: 'No stoppage in spring', dueOn: '2026-02-28' };
  const save = async (more: object = {}): Promise<Plan> =>
    (await tenant.get<{ savePlan: Plan }>(SAVE, { input: { account: crm('acme'), ...more } })).savePlan;
  const review = async (more: object = {}): Promise<Plan> => {
    const input = { account: crm('acme'), heldOn: '2026-03-01', outcome: 'On course', ...more };
    return (await tenant.get<{ recordPlanReview: Plan }>(REVIEW, { input })).recordPlanReview;
  };
  const seen = async <Shown>(fields: string): Promise<Shown> => {
    const { account } = await tenant.get<{ account: { relationshipPlan: Shown } }>(
      `query ($ref: RefInput!) { account(ref: $ref) { relationshipPlan { ${fields} } } }`,
      { ref: crm('acme') },
    );
    return account.relationshipPlan;
  };
  const texts = (plan: Plan) => plan.goals.map(({ text, status }) => `${text}: ${status}`);

  it('is none at first, and then holds the goals of both sides and the next review', async () => {
    expect(await seen('id')).toBeNull();
    expect(await save({ goals: [GROW, CALM], nextReviewOn: '2026-06-01' })).toMatchObject({
      version: 1,
      goals: [
        { ...GROW, status: 'OPEN', isOverdue: false },
        { ...CALM, measure: null, status: 'OPEN', isOverdue: true },
      ],
      nextReviewOn: '2026-06-01',
      overdueDays: 0,
      updatedAt: '2026-03-01T09:00:00.000Z',
    });
  });

  it('keeps what is left out, knows goals by their ids, and takes out those that are not among them', async () => {
    const first = await save({ goals: [GROW, CALM], nextReviewOn: '2026-06-01' });
    const [grow] = first.goals;
    const second = await save({
      expectedVersion: 1,
      goals: [
        { side: 'THEIRS', text: 'One invoice' },
        { ...GROW, id: grow?.id, status: 'REACHED' },
      ],
    });
    expect(second).toMatchObject({ id: first.id, version: 2, nextReviewOn: '2026-06-01' });
    expect(texts(second)).toEqual(['One invoice: OPEN', 'Serve both plants: REACHED']);
    expect(second.goals[1]?.id).toBe(grow?.id);
    expect(await save({ expectedVersion: 2, nextReviewOn: null })).toMatchObject({
      version: 3,
      nextReviewOn: null,
    });
    expect(await save({ expectedVersion: 3 })).toMatchObject({ version: 3 });
  });

  it('says who changed what and when, version by version', async () => {
    const ann = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ACCOUNT_MANAGER);
    const { goals } = await save({ goals: [GROW], nextReviewOn: '2026-06-01' });
    service.setClock('2026-03-02T09:00:00.000Z');
    const moved = [{ ...GROW, id: goals[0]?.id, dueOn: '2027-03-31' }, CALM];
    await service.get(ann, SAVE, { input: { account: crm('acme'), expectedVersion: 1, goals: moved } });
    expect(
      await seen(
        'history { totalCount nodes { version changedAt changedBy { email } changes { kind goal field before after } } }',
      ),
    ).toEqual({
      history: {
        totalCount: 2,
        nodes: [
          {
            version: 2,
            changedAt: '2026-03-02T09:00:00.000Z',
            changedBy: { email: 'ann@strata.example' },
            changes: [
              {
                kind: 'GOAL_CHANGED',
                goal: 'Serve both plants',
                field: 'dueOn',
                before: '2026-12-31',
                after: '2027-03-31',
              },
              {
                kind: 'GOAL_ADDED',
                goal: 'No stoppage in spring',
                field: null,
                before: null,
                after: 'No stoppage in spring',
              },
            ],
          },
          {
            version: 1,
            changedAt: '2026-03-01T09:00:00.000Z',
            changedBy: null,
            changes: [
              {
                kind: 'GOAL_ADDED',
                goal: 'Serve both plants',
                field: null,
                before: null,
                after: 'Serve both plants',
              },
              { kind: 'REVIEW_MOVED', goal: null, field: 'nextReviewOn', before: null, after: '2026-06-01' },
            ],
          },
        ],
      },
    });
  });

  it.each<[string, object, object]>([
    [
      'a goal without words',
      { goals: [{ ...GROW, text: ' ' }] },
      { code: 'INVALID_INPUT', path: ['input', 'goals', '0', 'text'] },
    ],
    [
      'an account there is not',
      { account: crm('nowhere') },
      { code: 'NOT_FOUND', path: ['input', 'account'] },
    ],
    [
      'a version of a plan there is not',
      { expectedVersion: 1 },
      { code: 'NOT_FOUND', path: ['input', 'expectedVersion'] },
    ],
    [
      'a goal of another plan',
      { goals: [{ ...GROW, id: '01890000-0000-7000-8000-00000000dead' }] },
      { code: 'NOT_FOUND', path: ['input', 'goals', '0', 'id'] },
    ],
    [
      '41 goals',
      { goals: Array.from({ length: 41 }, () => GROW) },
      { code: 'INVALID_INPUT', path: ['input', 'goals'] },
    ],
  ])('is not written with %s', async (_, more, refusal) => {
    expect(await tenant.refusal(SAVE, { input: { account: crm('acme'), goals: [GROW], ...more } })).toEqual(
      refusal,
    );
    expect(await seen('id')).toBeNull();
  });

  it('takes a goal once', async () => {
    const { goals } = await save({ goals: [GROW] });
    const twice = [
      { ...GROW, id: goals[0]?.id },
      { ...GROW, id: goals[0]?.id },
    ];
    expect(
      await tenant.refusal(SAVE, { input: { account: crm('acme'), expectedVersion: 1, goals: twice } }),
    ).toEqual({
      code: 'RULE_BROKEN',
      path: ['input', 'goals', '1', 'id'],
    });
  });

  it('is overwritten by nobody who has not read it', async () => {
    await save({ goals: [GROW] });
    await save({ expectedVersion: 1, goals: [CALM] });
    const conflict = { code: 'CONFLICT', path: ['input', 'expectedVersion'] };
    expect(
      await tenant.refusal(SAVE, { input: { account: crm('acme'), expectedVersion: 1, goals: [] } }),
    ).toEqual(conflict);
    expect(await tenant.refusal(SAVE, { input: { account: crm('acme'), goals: [] } })).toEqual(conflict);
    expect(texts(await seen<Plan>(PLAN))).toEqual(['No stoppage in spring: OPEN']);
  });

  it('is written by one of several who write it at once, the first time and later', async () => {
    for (const expectedVersion of [undefined, 1, 2]) {
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd'].map((text) =>
          tenant.ask(SAVE, {
            input: { account: crm('acme'), expectedVersion, goals: [{ side: 'OURS', text }] },
          }),
        ),
      );
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
      expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'OK']);
    }
    expect(await seen('version history { totalCount }')).toEqual({ version: 3, history: { totalCount: 3 } });
  });

  it('is reviewed with people of the account, and each review says when the next one is', async () => {
    await save({ goals: [GROW], nextReviewOn: '2026-02-01' });
    expect(await review({ with: [crm('max'), crm('olga')], nextReviewOn: '2026-06-01' })).toMatchObject({
      version: 2,
      nextReviewOn: '2026-06-01',
      overdueDays: 0,
    });
    // Recorded late: what the later review said holds.
    expect(
      await review({ heldOn: '2026-01-15', nextReviewOn: '2026-02-01', outcome: 'Began' }),
    ).toMatchObject({
      version: 2,
      nextReviewOn: '2026-06-01',
    });
    expect(
      await seen(
        'reviews { totalCount nodes { heldOn outcome nextReviewOn with { fullName } recordedBy { email } } }',
      ),
    ).toEqual({
      reviews: {
        totalCount: 2,
        nodes: [
          {
            heldOn: '2026-03-01',
            outcome: 'On course',
            nextReviewOn: '2026-06-01',
            with: [{ fullName: 'max' }, { fullName: 'olga' }],
            recordedBy: null,
          },
          { heldOn: '2026-01-15', outcome: 'Began', nextReviewOn: '2026-02-01', with: [], recordedBy: null },
        ],
      },
    });
  });

  it.each<[string, object, object]>([
    [
      'in time to come',
      { heldOn: '2026-03-02' },
      { code: 'INVALID_INPUT', path: ['input', 'heldOn'], rule: 'IN_FUTURE' },
    ],
    [
      'with the next one on the same day',
      { nextReviewOn: '2026-03-01' },
      { code: 'INVALID_INPUT', path: ['input', 'nextReviewOn'], rule: 'NEXT_NOT_LATER' },
    ],
    ['without an outcome', { outcome: ' ' }, { code: 'INVALID_INPUT', path: ['input', 'outcome'] }],
    ['with a stranger', { with: [crm('stranger')] }, { code: 'RULE_BROKEN', path: ['input', 'with', '0'] }],
    ['where there is no plan', { account: crm('other') }, { code: 'NOT_FOUND', path: ['input', 'account'] }],
  ])('has no review %s', async (_, more, refusal) => {
    await tenant.account('other');
    await tenant.people('other', { stranger: {} });
    await save({ goals: [GROW], nextReviewOn: '2026-02-01' });
    const input = { account: crm('acme'), heldOn: '2026-03-01', outcome: 'On course', ...more };
    expect(await tenant.refusal(REVIEW, { input })).toEqual(refusal);
    expect(await seen('version nextReviewOn reviews { totalCount }')).toEqual({
      version: 1,
      nextReviewOn: '2026-02-01',
      reviews: { totalCount: 0 },
    });
  });

  it('is listed when its review is due, the longest due first, by owner and day, page by page', async () => {
    await tenant.account('other', { ownerEmail: 'bea@strata.example' });
    await tenant.account('later');
    await tenant.account('never');
    await save({ nextReviewOn: '2026-02-20' });
    await save({ account: crm('other'), nextReviewOn: '2026-03-01' });
    await save({ account: crm('later'), nextReviewOn: '2026-03-02' });
    await save({ account: crm('never') });
    interface Due {
      totalCount: number;
      pageInfo: { endCursor: string };
      nodes: { account: { name: string } }[];
    }
    const due = async (more: Record<string, unknown> = {}) =>
      (await tenant.get<{ plansDue: Due }>(DUE, more)).plansDue;
    const names = async (more: Record<string, unknown>) =>
      (await due(more)).nodes.map(({ account }) => account.name);
    expect((await due()).nodes).toEqual([
      { nextReviewOn: '2026-02-20', overdueDays: 9, account: { name: 'acme' } },
      { nextReviewOn: '2026-03-01', overdueDays: 0, account: { name: 'other' } },
    ]);
    expect(await names({ ownerEmail: 'bea@strata.example' })).toEqual(['other']);
    expect(await names({ before: '2026-03-03' })).toEqual(['acme', 'other', 'later']);
    const first = await due({ first: 1 });
    expect(first.totalCount).toBe(2);
    expect(await names({ first: 1, after: first.pageInfo.endCursor })).toEqual(['other']);
    const bea = await service.createUserKey(tenant.tenantId, 'bea@strata.example', Role.ACCOUNT_MANAGER);
    expect((await service.get<{ plansDue: Due }>(bea, DUE)).plansDue.totalCount).toBe(1);
    const input = { account: crm('acme'), expectedVersion: 1, nextReviewOn: null };
    expect((await service.ask(bea, SAVE, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('shows people, promises and expectations as they stand now', async () => {
    await save({ goals: [GROW] });
    await tenant.get(JOIN, {
      input: { account: crm('acme'), userEmail: 'ann@strata.example', ourFunction: 'SALES', leader: true },
    });
    await tenant.get(COMMIT, {
      input: { account: crm('acme'), madeTo: [crm('max')], promise: 'A new carrier', dueOn: '2026-03-10' },
    });
    await tenant.get(AGREE, { input: { account: crm('acme'), side: 'THEIRS', statement: 'On the day' } });
    await tenant.meet('acme', ['max'], '2026-02-20T09:00:00Z');
    const ann = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ACCOUNT_MANAGER);
    await service.get(
      ann,
      'mutation ($input: LogInteractionInput!) { logInteraction(input: $input) { interaction { id } } }',
      {
        input: {
          account: crm('acme'),
          stakeholders: [crm('max')],
          channel: 'CALL',
          occurredAt: '2026-02-25T09:00:00Z',
        },
      },
    );
    expect(
      await seen(`ourPeople { user { email } ourFunction leader lastContactAt }
        theirPeople { nodes { fullName level roles lastContactAt } }
        commitments(status: OPEN) { nodes { promise } } expectations { nodes { statement } }`),
    ).toEqual({
      ourPeople: [
        {
          user: { email: 'ann@strata.example' },
          ourFunction: 'SALES',
          leader: true,
          lastContactAt: '2026-02-25T09:00:00.000Z',
        },
      ],
      theirPeople: {
        nodes: [
          {
            fullName: 'max',
            level: 'MANAGEMENT',
            roles: ['DECISION_MAKER'],
            lastContactAt: '2026-02-25T09:00:00.000Z',
          },
          { fullName: 'olga', level: 'OPERATIONS', roles: [], lastContactAt: null },
        ],
      },
      commitments: { nodes: [{ promise: 'A new carrier' }] },
      expectations: { nodes: [{ statement: 'On the day' }] },
    });
    await tenant.people('acme', { olga: { endedOn: '2026-02-28' } });
    expect(await seen('theirPeople { nodes { fullName } }')).toEqual({
      theirPeople: { nodes: [{ fullName: 'max' }] },
    });
  });

  it('prints on one page, in which no name becomes markup', async () => {
    const evil = '<script>alert(1)</script>';
    await tenant.account('acme', { name: `Acme ${evil}` });
    await tenant.people('acme', { max: { fullName: `Max ${evil}`, title: evil } });
    await save({ goals: [{ ...GROW, text: `Grow ${evil}` }, CALM], nextReviewOn: '2026-02-01' });
    await review({ heldOn: '2026-02-15', outcome: evil });
    await tenant.get(COMMIT, {
      input: { account: crm('acme'), madeTo: [crm('max')], promise: `Promise ${evil}`, dueOn: '2026-03-10' },
    });
    await tenant.get(AGREE, { input: { account: crm('acme'), side: 'THEIRS', statement: `Expect ${evil}` } });
    await tenant.people(
      'acme',
      Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`user${index}`, { roles: ['USER'] }])),
    );
    const { page } = await seen<{ page: string }>('page');
    expect(page).not.toContain('<script');
    for (const part of [
      'Acme &lt;script&gt;',
      'Max &lt;script&gt;',
      'Grow &lt;script&gt;',
      'Promise &lt;script&gt;',
      'Expect &lt;script&gt;',
      'No review is planned. The last one, on 15 February 2026: &lt;script&gt;',
      '<strong>was due 28 February 2026</strong>',
      'and 5 more',
      'as of 1 March 2026',
    ])
      expect(page).toContain(part);
  });
});
