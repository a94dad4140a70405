import { Role } from '../src/domain/rights.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Expected {
  id: string;
  statement: string;
  revision: number;
  nextCheckInOn: string | null;
  overdueDays: number;
  retiredReason: string | null;
  sharing: {
    isShared: boolean;
    lastConfirmedAt: string | null;
    lastConfirmedLevel: string | null;
    levels: {
      level: string;
      isNeeded: boolean;
      lastConfirmedAt: string | null;
      confirmedBy: { fullName: string }[];
    }[];
  };
  course: {
    met: number;
    partly: number;
    notMet: number;
    shareMet: number | null;
    latest: string | null;
    inARow: number;
  };
  reading: string;
}

const EXPECTATION = `id side statement measure target checkEveryDays revision agreedAt nextCheckInOn overdueDays retiredAt retiredReason
  account { name }
  sharing { isShared lastConfirmedAt lastConfirmedLevel levels { level isNeeded lastConfirmedAt confirmedBy { fullName } } }
  course { met partly notMet shareMet low high latest inARow } reading`;
const AGREE = `mutation ($input: AgreeExpectationInput!) { agreeExpectation(input: $input) { ${EXPECTATION} } }`;
const REVISE = `mutation ($input: ReviseExpectationInput!) { reviseExpectation(input: $input) { ${EXPECTATION} } }`;
const CONFIRM = `mutation ($input: ConfirmExpectationInput!) { confirmExpectation(input: $input) { ${EXPECTATION} } }`;
const CHECK_IN = `mutation ($input: RecordCheckInInput!) { recordCheckIn(input: $input) { ${EXPECTATION} } }`;
const RETIRE = `mutation ($id: ID!, $reason: String!) { retireExpectation(id: $id, reason: $reason) { ${EXPECTATION} } }`;
const DUE = `query ($ownerEmail: String, $before: Date, $first: Int, $after: String) {
  checkInsDue(ownerEmail: $ownerEmail, before: $before, first: $first, after: $after) {
    totalCount pageInfo { endCursor } nodes { statement nextCheckInOn overdueDays account { name } } } }`;

describe('shared expectations', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-03-01T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('acme', { structure: 'HIERARCHICAL', ownerEmail: 'ann@strata.example' });
    await tenant.people('acme', { max: { level: 'MANAGEMENT' }, olga: { level: 'OPERATIONS' } });
  });

  const agree = async (more: object = {}): Promise<Expected> => {
    const input = {
      account: crm('acme'),
      side: 'THEIRS',
      statement: 'Deliveries on the day agreed',
      ...more,
    };
    return (await tenant.get<{ agreeExpectation: Expected }>(AGREE, { input })).agreeExpectation;
  };
  const confirm = async (expectation: string, people: string[], more: object = {}): Promise<Expected> => {
    const input = { expectation, with: people.map(crm), ...more };
    return (await tenant.get<{ confirmExpectation: Expected }>(CONFIRM, { input })).confirmExpectation;
  };
  const checkIn = async (expectation: string, result: string, more: object = {}): Promise<Expected> => {
    const input = { expectation, result, with: [crm('olga')], ...more };
    return (await tenant.get<{ recordCheckIn: Expected }>(CHECK_IN, { input })).recordCheckIn;
  };
  const revise = async (
    expectation: string,
    expectedRevision: number,
    more: object = {},
  ): Promise<Expected> => {
    const input = { expectation, expectedRevision, reason: 'They asked', ...more };
    return (await tenant.get<{ reviseExpectation: Expected }>(REVISE, { input })).reviseExpectation;
  };
  const listed = async (args = '', fields = 'statement'): Promise<unknown[]> => {
    const { account } = await tenant.get<{ account: { expectations: { nodes: object[] } } }>(
      `query ($ref: RefInput!) { account(ref: $ref) { expectations${args} { nodes { ${fields} } } } }`,
      { ref: crm('acme') },
    );
    return account.expectations.nodes;
  };
  const due = async (more: Record<string, unknown> = {}) =>
    (
      await tenant.get<{
        checkInsDue: { totalCount: number; pageInfo: { endCursor: string }; nodes: { statement: string }[] };
      }>(DUE, more)
    ).checkInsDue;

  it('are agreed with whom they were agreed, and looked at every quarter unless said otherwise', async () => {
    const agreed = await agree({
      measure: 'On the day',
      target: '98 %',
      with: [crm('olga')],
      agreedAt: '2026-02-01T09:00:00Z',
    });
    expect(agreed).toMatchObject({
      side: 'THEIRS',
      measure: 'On the day',
      target: '98 %',
      checkEveryDays: 90,
      revision: 1,
      nextCheckInOn: '2026-05-02',
      overdueDays: 0,
      retiredAt: null,
      account: { name: 'acme' },
      sharing: {
        isShared: false,
        lastConfirmedAt: '2026-02-01T09:00:00.000Z',
        lastConfirmedLevel: 'OPERATIONS',
      },
      course: { met: 0, shareMet: null, latest: null, inARow: 0 },
      reading:
        'Confirmed by operations on 1 February 2026. Management has never confirmed it. Never looked at yet. Check-in due on 2 May 2026.',
    });
    expect(await agree({ checkEveryDays: 30, side: 'OURS' })).toMatchObject({
      nextCheckInOn: '2026-03-31',
      side: 'OURS',
    });
  });

  it.each<[string, object, object]>([
    ['without words', { statement: ' ' }, { code: 'INVALID_INPUT', path: ['input', 'statement'] }],
    [
      'at an account there is not',
      { account: crm('nowhere') },
      { code: 'NOT_FOUND', path: ['input', 'account'] },
    ],
    ['with a target of nothing', { target: '98 %' }, { code: 'INVALID_INPUT', path: ['input', 'target'] }],
    [
      'in time to come',
      { agreedAt: '2026-03-01T09:00:01Z' },
      { code: 'INVALID_INPUT', path: ['input', 'agreedAt'] },
    ],
    [
      'never to be looked at',
      { checkEveryDays: 0 },
      { code: 'INVALID_INPUT', path: ['input', 'checkEveryDays'] },
    ],
    ['with a stranger', { with: [crm('stranger')] }, { code: 'RULE_BROKEN', path: ['input', 'with', '0'] }],
    ['with who has left', { with: [crm('gone')] }, { code: 'RULE_BROKEN', path: ['input', 'with'] }],
  ])('are refused %s', async (_, more, refusal) => {
    await tenant.account('other');
    await tenant.people('other', { stranger: {} });
    await tenant.people('acme', { gone: { endedOn: '2026-02-28' } });
    const input = { account: crm('acme'), side: 'THEIRS', statement: 'Deliveries', ...more };
    expect(await tenant.refusal(AGREE, { input })).toEqual(refusal);
    expect(await listed()).toEqual([]);
  });

  it('are shared once both levels of a hierarchy have confirmed them, and operations of a flat account', async () => {
    const { id } = await agree();
    const contact = await tenant.meet('acme', ['olga'], '2026-03-01T08:00:00Z');
    const half = await confirm(id, ['olga'], { interaction: contact });
    expect(half.sharing).toEqual({
      isShared: false,
      lastConfirmedAt: '2026-03-01T09:00:00.000Z',
      lastConfirmedLevel: 'OPERATIONS',
      levels: [
        {
          level: 'OPERATIONS',
          isNeeded: true,
          lastConfirmedAt: '2026-03-01T09:00:00.000Z',
          confirmedBy: [{ fullName: 'olga' }],
        },
        { level: 'MANAGEMENT', isNeeded: true, lastConfirmedAt: null, confirmedBy: [] },
      ],
    });
    service.setClock('2026-03-05T09:00:00.000Z');
    expect((await confirm(id, ['max', 'max'])).sharing).toMatchObject({
      isShared: true,
      lastConfirmedLevel: 'MANAGEMENT',
    });
    await tenant.account('flat', { structure: 'FLAT' });
    await tenant.people('flat', { fay: { level: 'OPERATIONS' } });
    const flat = await agree({ account: crm('flat') });
    expect((await confirm(flat.id, ['fay'])).sharing).toMatchObject({ isShared: true });
  });

  it('count a confirmation at the level held when it was given', async () => {
    const { id } = await agree();
    await confirm(id, ['olga']);
    service.setClock('2026-03-10T09:00:00.000Z');
    await tenant.people('acme', { olga: { level: 'MANAGEMENT' } });
    const [stored] = (await listed('', EXPECTATION)) as Expected[];
    expect(stored?.sharing).toMatchObject({ isShared: false, lastConfirmedLevel: 'OPERATIONS' });
    expect((await confirm(id, ['olga'])).sharing).toMatchObject({
      isShared: true,
      lastConfirmedLevel: 'MANAGEMENT',
    });
  });

  it('are confirmed neither before they were agreed, nor in time to come, nor in a contact with somebody else', async () => {
    const { id } = await agree();
    await tenant.account('other');
    await tenant.people('other', { stranger: {} });
    const contact = await tenant.meet('other', ['stranger'], '2026-03-01T08:00:00Z');
    const refused = (more: object) =>
      tenant.refusal(CONFIRM, { input: { expectation: id, with: [crm('olga')], ...more } });
    expect(await refused({ confirmedAt: '2026-02-28T09:00:00Z' })).toEqual({
      code: 'RULE_BROKEN',
      path: ['input', 'confirmedAt'],
      rule: 'BEFORE_AGREEMENT',
    });
    expect(await refused({ confirmedAt: '2026-03-02T09:00:00Z' })).toMatchObject({
      code: 'INVALID_INPUT',
      rule: 'IN_FUTURE',
    });
    expect(await refused({ interaction: contact })).toEqual({
      code: 'RULE_BROKEN',
      path: ['input', 'interaction'],
    });
    expect(await refused({ interaction: id })).toEqual({ code: 'NOT_FOUND', path: ['input', 'interaction'] });
    expect(await refused({ expectation: contact })).toEqual({
      code: 'NOT_FOUND',
      path: ['input', 'expectation'],
    });
    expect(await refused({ with: [] })).toEqual({ code: 'INVALID_INPUT', path: ['input', 'with'] });
  });

  it('start anew with new words, whose history stays', async () => {
    const { id } = await agree({ with: [crm('olga'), crm('max')] });
    service.setClock('2026-04-01T09:00:00.000Z');
    const after = await revise(id, 1, { statement: 'Deliveries before ten', measure: 'Before ten' });
    expect(after).toMatchObject({
      revision: 2,
      statement: 'Deliveries before ten',
      nextCheckInOn: '2026-06-30',
      sharing: { isShared: false, lastConfirmedAt: null },
    });
    expect(
      await listed(
        '',
        'revisions { totalCount nodes { revision statement measure reason agreedAt recordedBy { email } } }',
      ),
    ).toEqual([
      {
        revisions: {
          totalCount: 2,
          nodes: [
            {
              revision: 2,
              statement: 'Deliveries before ten',
              measure: 'Before ten',
              reason: 'They asked',
              agreedAt: '2026-04-01T09:00:00.000Z',
              recordedBy: null,
            },
            {
              revision: 1,
              statement: 'Deliveries on the day agreed',
              measure: null,
              reason: null,
              agreedAt: '2026-03-01T09:00:00.000Z',
              recordedBy: null,
            },
          ],
        },
      },
    ]);
    expect(await revise(id, 2, { statement: 'Deliveries before ten' })).toMatchObject({ revision: 2 });
    const refused = (more: object) =>
      tenant.refusal(REVISE, { input: { expectation: id, expectedRevision: 2, reason: 'Why not', ...more } });
    expect(await refused({ expectedRevision: 1, statement: 'Late' })).toEqual({
      code: 'CONFLICT',
      path: ['input', 'expectedRevision'],
    });
    expect(await refused({ agreedAt: '2026-03-31T09:00:00Z', statement: 'Late' })).toMatchObject({
      rule: 'BEFORE_AGREEMENT',
    });
    expect(await refused({ measure: null, target: '98 %' })).toEqual({
      code: 'INVALID_INPUT',
      path: ['input', 'target'],
    });
    expect(await refused({ statement: null })).toEqual({
      code: 'INVALID_INPUT',
      path: ['input', 'statement'],
    });
  });

  it('get new words by one of several who change them at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await agree();
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd'].map((statement) =>
          tenant.ask(REVISE, {
            input: { expectation: id, expectedRevision: 1, statement, reason: 'At once' },
          }),
        ),
      );
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
      expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'OK']);
    }
  });

  it('tell how they went, check-in by check-in', async () => {
    const { id } = await agree({ agreedAt: '2026-01-01T09:00:00Z' });
    await checkIn(id, 'NOT_MET', { heldAt: '2026-02-10T09:00:00Z' });
    await checkIn(id, 'MET', { heldAt: '2026-01-20T09:00:00Z', comment: 'All on the day' });
    const after = await checkIn(id, 'NOT_MET', { with: [crm('olga'), crm('max')] });
    expect(after).toMatchObject({
      nextCheckInOn: '2026-05-30',
      course: { met: 1, partly: 0, notMet: 2, latest: 'NOT_MET', inARow: 2 },
    });
    expect(after.course.shareMet).toBeCloseTo(1 / 3, 6);
    expect(after.reading).toContain('Met in 1 of 3 check-ins, not in 2; the last one: not met.');
    expect(
      await listed('', 'checkIns(first: 2) { totalCount nodes { result comment heldAt with { fullName } } }'),
    ).toEqual([
      {
        checkIns: {
          totalCount: 3,
          nodes: [
            {
              result: 'NOT_MET',
              comment: null,
              heldAt: '2026-03-01T09:00:00.000Z',
              with: [{ fullName: 'max' }, { fullName: 'olga' }],
            },
            {
              result: 'NOT_MET',
              comment: null,
              heldAt: '2026-02-10T09:00:00.000Z',
              with: [{ fullName: 'olga' }],
            },
          ],
        },
      },
    ]);
    const refused = (heldAt: string) =>
      tenant.refusal(CHECK_IN, { input: { expectation: id, result: 'MET', with: [crm('olga')], heldAt } });
    expect(await refused('2025-12-31T09:00:00Z')).toMatchObject({
      code: 'RULE_BROKEN',
      rule: 'BEFORE_AGREEMENT',
    });
    expect(await refused('2026-03-01T09:00:01Z')).toMatchObject({ code: 'INVALID_INPUT', rule: 'IN_FUTURE' });
  });

  it('are listed when they are due, the longest due first, by owner and day, page by page', async () => {
    await tenant.account('other', { ownerEmail: 'bea@strata.example' });
    await agree({ statement: 'Soon', checkEveryDays: 14 });
    await agree({ statement: 'Sooner', checkEveryDays: 7 });
    await agree({ statement: 'Theirs', account: crm('other'), checkEveryDays: 10 });
    await agree({ statement: 'Late', checkEveryDays: 200 });
    const statements = async (more: Record<string, unknown> = {}) =>
      (await due(more)).nodes.map(({ statement }) => statement);
    expect(await statements()).toEqual([]);
    service.setClock('2026-03-15T23:00:00.000Z');
    expect((await due()).nodes).toEqual([
      { statement: 'Sooner', nextCheckInOn: '2026-03-08', overdueDays: 7, account: { name: 'acme' } },
      { statement: 'Theirs', nextCheckInOn: '2026-03-11', overdueDays: 4, account: { name: 'other' } },
      { statement: 'Soon', nextCheckInOn: '2026-03-15', overdueDays: 0, account: { name: 'acme' } },
    ]);
    expect(await statements({ ownerEmail: 'ANN@strata.example' })).toEqual(['Sooner', 'Soon']);
    expect(await statements({ before: '2026-03-11' })).toEqual(['Sooner']);
    expect(await statements({ before: '2027-01-01' })).toEqual(['Sooner', 'Theirs', 'Soon', 'Late']);
    const first = await due({ first: 2 });
    expect(first.totalCount).toBe(3);
    expect(await statements({ first: 2, after: first.pageInfo.endCursor })).toEqual(['Soon']);
  });

  it('are no longer due once they were looked at, or nobody expects them', async () => {
    const looked = await agree({ checkEveryDays: 7 });
    const retired = await agree({ checkEveryDays: 7 });
    service.setClock('2026-03-20T09:00:00.000Z');
    expect((await due()).totalCount).toBe(2);
    await checkIn(looked.id, 'PARTLY');
    const after = await tenant.get<{ retireExpectation: Expected }>(RETIRE, {
      id: retired.id,
      reason: 'They moved',
    });
    expect(after.retireExpectation).toMatchObject({
      nextCheckInOn: null,
      retiredReason: 'They moved',
      overdueDays: 0,
    });
    expect((await due()).totalCount).toBe(0);
    expect(await listed()).toHaveLength(1);
    expect(await listed('(includeRetired: true)')).toHaveLength(2);
    expect(await tenant.refusal(RETIRE, { id: retired.id, reason: 'Again' })).toMatchObject({
      code: 'RULE_BROKEN',
      rule: 'RETIRED',
    });
    expect(await tenant.refusal(RETIRE, { id: looked.id, reason: ' ' })).toEqual({
      code: 'INVALID_INPUT',
      path: ['reason'],
    });
    expect(
      await tenant.refusal(REVISE, {
        input: { expectation: retired.id, expectedRevision: 1, statement: 'New', reason: 'x' },
      }),
    ).toMatchObject({ rule: 'RETIRED' });
    expect(
      await tenant.refusal(CHECK_IN, {
        input: { expectation: retired.id, result: 'MET', with: [crm('olga')] },
      }),
    ).toMatchObject({ rule: 'RETIRED' });
  });

  it('are no longer due at an account that has left, and due again once it comes back', async () => {
    await agree({ checkEveryDays: 7 });
    service.setClock('2026-03-20T09:00:00.000Z');
    const happened = (kind: string, occurredOn: string) =>
      tenant.get(
        'mutation ($events: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $events) { results { status } } }',
        { events: [{ account: crm('acme'), kind, occurredOn }] },
      );
    await happened('LOST', '2026-03-18');
    expect((await due()).totalCount).toBe(0);
    await happened('WON_BACK', '2026-03-19');
    expect((await due()).totalCount).toBe(1);
  });

  it('are seen and changed by who looks after the account, and by nobody else among account managers', async () => {
    const { id } = await agree({ checkEveryDays: 7 });
    service.setClock('2026-03-20T09:00:00.000Z');
    const own = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ACCOUNT_MANAGER);
    const other = await service.createUserKey(tenant.tenantId, 'bea@strata.example', Role.ACCOUNT_MANAGER);
    const leader = await service.createUserKey(tenant.tenantId, 'lea@strata.example', Role.SALES_LEADER);
    const seen = async (key: string) =>
      (await service.get<{ checkInsDue: { totalCount: number } }>(key, DUE)).checkInsDue.totalCount;
    expect([await seen(own), await seen(other), await seen(leader)]).toEqual([1, 0, 1]);
    const input = { expectation: id, result: 'MET', with: [crm('olga')] };
    const code = async (key: string) =>
      (await service.ask(key, CHECK_IN, { input })).errors?.[0]?.extensions.code ?? 'OK';
    expect([await code(other), await code(leader), await code(own)]).toEqual([
      'NOT_FOUND',
      'FORBIDDEN',
      'OK',
    ]);
  });
});
