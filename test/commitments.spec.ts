import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Promised {
  id: string;
  promise: string;
  status: string;
  dueOn: string;
  settledAt: string | null;
  note: string | null;
  owner: { email: string } | null;
  madeTo: { fullName: string }[];
}

const COMMITMENT = 'id promise status dueOn settledAt note owner { email } madeTo { fullName }';
const MAKE = `mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { ${COMMITMENT} account { name } } }`;
const SETTLE = `mutation ($id: ID!, $status: CommitmentStatus!, $at: DateTime!, $note: String) {
  settleCommitment(id: $id, status: $status, at: $at, note: $note) { ${COMMITMENT} account { assessment { reasons { code } } } } }`;

describe('commitments', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-11-01T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('acme');
    await tenant.people('acme', { max: { level: 'MANAGEMENT' }, olga: { level: 'OPERATIONS' } });
  });

  const input = (more: object = {}) => ({
    account: crm('acme'),
    madeTo: [crm('max')],
    promise: 'A new carrier',
    dueOn: '2026-11-10',
    ownerEmail: 'ann@strata.example',
    ...more,
  });
  const make = async (more: object = {}): Promise<Promised> =>
    (await tenant.get<{ makeCommitment: Promised }>(MAKE, { input: input(more) })).makeCommitment;
  const settle = async (id: string, status: string, at: string, note?: string): Promise<Promised> =>
    (await tenant.get<{ settleCommitment: Promised }>(SETTLE, { id, status, at, note })).settleCommitment;
  const listed = async (args = ''): Promise<string[]> => {
    const { account } = await tenant.get<{
      account: { commitments: { totalCount: number; nodes: Promised[] } };
    }>(
      `query ($ref: RefInput!) { account(ref: $ref) { commitments${args} { totalCount nodes { ${COMMITMENT} } } } }`,
      { ref: crm('acme') },
    );
    expect(account.commitments.totalCount).toBe(account.commitments.nodes.length);
    return account.commitments.nodes.map(({ promise, status }) => `${promise}: ${status}`);
  };

  it('are made to people of the account by one of ours', async () => {
    expect(await make({ madeTo: [crm('max'), crm('olga'), crm('max')] })).toMatchObject({
      promise: 'A new carrier',
      status: 'OPEN',
      dueOn: '2026-11-10',
      settledAt: null,
      owner: { email: 'ann@strata.example' },
      madeTo: [{ fullName: 'max' }, { fullName: 'olga' }],
      account: { name: 'acme' },
    });
  });

  it.each<[string, object, object]>([
    ['nobody', { madeTo: [] }, { code: 'INVALID_INPUT', path: ['input', 'madeTo'] }],
    ['a stranger', { madeTo: [crm('stranger')] }, { code: 'RULE_BROKEN', path: ['input', 'madeTo', '0'] }],
    ['no words', { promise: ' ' }, { code: 'INVALID_INPUT', path: ['input', 'promise'] }],
    ['a day before it is made', { dueOn: '2026-10-31' }, { code: 'INVALID_INPUT', path: ['input', 'dueOn'] }],
    [
      'a time to come',
      { madeAt: '2026-11-01T09:00:01Z' },
      { code: 'INVALID_INPUT', path: ['input', 'madeAt'] },
    ],
    ['no account', { account: crm('nowhere') }, { code: 'NOT_FOUND', path: ['input', 'account'] }],
  ])('are refused with %s', async (_, more, refusal) => {
    await tenant.account('other');
    await tenant.people('other', { stranger: {} });
    expect(await tenant.refusal(MAKE, { input: input(more) })).toEqual(refusal);
    expect(await listed()).toEqual([]);
  });

  it('are broken from the day after they were due, unless kept or renegotiated before', async () => {
    const kept = await make({ promise: 'Kept' });
    const changed = await make({ promise: 'Changed' });
    await make({ promise: 'Forgotten' });
    await make({ promise: 'Later', dueOn: '2026-12-24' });
    service.setClock('2026-11-10T23:59:59.000Z');
    await settle(kept.id, 'KEPT', '2026-11-09T09:00:00Z');
    await settle(changed.id, 'RENEGOTIATED', '2026-11-10T23:00:00Z', 'By Christmas');
    expect(await listed()).toEqual(['Later: OPEN', 'Forgotten: OPEN', 'Changed: RENEGOTIATED', 'Kept: KEPT']);
    service.setClock('2026-11-11T00:00:00.000Z');
    expect(await listed()).toEqual([
      'Later: OPEN',
      'Forgotten: BROKEN',
      'Changed: RENEGOTIATED',
      'Kept: KEPT',
    ]);
    expect(await listed('(status: BROKEN)')).toEqual(['Forgotten: BROKEN']);
    expect(await listed('(status: OPEN)')).toEqual(['Later: OPEN']);
    expect(await listed('(status: KEPT)')).toEqual(['Kept: KEPT']);
    expect(await listed('(status: RENEGOTIATED)')).toEqual(['Changed: RENEGOTIATED']);
  });

  it('are settled once, when it has happened, and not renegotiated after the day', async () => {
    const { id } = await make({ madeAt: '2026-11-01T08:00:00Z' });
    service.setClock('2026-11-12T09:00:00.000Z');
    const refused = (status: string, at: string) => tenant.refusal(SETTLE, { id, status, at });
    expect(await refused('OPEN', '2026-11-12T08:00:00Z')).toEqual({
      code: 'INVALID_INPUT',
      path: ['status'],
      rule: 'NOT_A_SETTLEMENT',
    });
    expect(await refused('KEPT', '2026-11-12T09:00:01Z')).toEqual({
      code: 'INVALID_INPUT',
      path: ['at'],
      rule: 'IN_FUTURE',
    });
    expect(await refused('KEPT', '2026-11-01T07:00:00Z')).toEqual({
      code: 'RULE_BROKEN',
      path: ['at'],
      rule: 'BEFORE_PROMISE',
    });
    expect(await refused('RENEGOTIATED', '2026-11-11T00:00:00Z')).toEqual({
      code: 'RULE_BROKEN',
      path: ['at'],
      rule: 'OVERDUE',
    });
    expect(await settle(id, 'KEPT', '2026-11-12T08:00:00Z', 'At last')).toMatchObject({
      status: 'KEPT',
      settledAt: '2026-11-12T08:00:00.000Z',
      note: 'At last',
    });
    expect(await refused('BROKEN', '2026-11-12T09:00:00Z')).toEqual({
      code: 'RULE_BROKEN',
      path: ['at'],
      rule: 'ALREADY_SETTLED',
    });
    expect(
      await tenant.refusal(SETTLE, {
        id: '01890000-0000-7000-8000-00000000dead',
        status: 'KEPT',
        at: '2026-11-12T08:00:00Z',
      }),
    ).toEqual({
      code: 'NOT_FOUND',
      path: ['id'],
    });
  });

  it('are settled by one of several who do it at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await make();
      const at = '2026-11-01T09:00:00Z';
      const answers = await Promise.all(
        ['KEPT', 'BROKEN', 'RENEGOTIATED', 'KEPT', 'BROKEN'].map((status) =>
          tenant.ask(SETTLE, { id, status, at }),
        ),
      );
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
      expect(codes.sort()).toEqual(['OK', 'RULE_BROKEN', 'RULE_BROKEN', 'RULE_BROKEN', 'RULE_BROKEN']);
    }
  });

  it('that are broken endanger the account, until they are kept after all', async () => {
    const { id } = await make();
    expect(await tenant.reasons('acme')).not.toContain('PROMISE_BROKEN');
    const second = await make();
    await settle(second.id, 'BROKEN', '2026-11-01T09:00:00Z');
    expect(await tenant.reasons('acme')).toContain('PROMISE_BROKEN');
    service.setClock('2026-11-12T09:00:00.000Z');
    await service.sweep();
    const { reasons } = await tenant.stored('acme');
    expect(reasons.find(({ code }) => code === 'PROMISE_BROKEN')).toMatchObject({
      weight: 0.2,
      evidence: expect.arrayContaining([
        { kind: 'commitment', id },
        { kind: 'commitment', id: second.id },
      ]) as unknown,
    });
    await settle(id, 'KEPT', '2026-11-12T09:00:00Z');
    const after = (await tenant.stored('acme')).reasons.find(({ code }) => code === 'PROMISE_BROKEN');
    expect(after?.weight).toBe(0.1);
  });

  it('are kept at a rate that says how sure it is, and does not count what is not due', async () => {
    const keeping = async () => {
      const { account } = await tenant.get<{ account: { promiseKeeping: Record<string, number | null> } }>(
        'query ($ref: RefInput!) { account(ref: $ref) { promiseKeeping { open kept keptLate broken renegotiated rate low high } } }',
        { ref: crm('acme') },
      );
      return account.promiseKeeping;
    };
    expect(await keeping()).toEqual({
      open: 0,
      kept: 0,
      keptLate: 0,
      broken: 0,
      renegotiated: 0,
      rate: null,
      low: null,
      high: null,
    });
    const made = [];
    for (let i = 0; i < 6; i += 1) made.push((await make()).id);
    await make({ dueOn: '2026-12-24' });
    const [a = '', b = '', c = '', d = '', e = ''] = made;
    await settle(a, 'KEPT', '2026-11-01T09:00:00Z');
    await settle(b, 'KEPT', '2026-11-01T09:00:00Z');
    await settle(c, 'RENEGOTIATED', '2026-11-01T09:00:00Z');
    await settle(d, 'BROKEN', '2026-11-01T09:00:00Z');
    service.setClock('2026-11-12T09:00:00.000Z');
    await settle(e, 'KEPT', '2026-11-12T09:00:00Z');
    // Two of five in time (one late, one broken, one overdue); Wilson's interval for 2 of 5 is .1176 to .7693.
    const result = await keeping();
    expect(result).toMatchObject({ open: 1, kept: 2, keptLate: 1, broken: 2, renegotiated: 1, rate: 0.4 });
    expect(result.low).toBeCloseTo(0.1176, 3);
    expect(result.high).toBeCloseTo(0.7693, 3);
  });

  it('are kept by each of our people at a rate of their own, those nobody is named for last', async () => {
    service.setClock('2026-11-05T09:00:00.000Z');
    const kept = await make();
    await make({ ownerEmail: 'bea@strata.example', dueOn: '2026-11-06' });
    await make({ ownerEmail: undefined });
    await settle(kept.id, 'KEPT', '2026-11-05T09:00:00Z');
    service.setClock('2026-11-08T09:00:00.000Z');
    const { promiseKeepingByOwner } = await tenant.get<{ promiseKeepingByOwner: object[] }>(
      '{ promiseKeepingByOwner { owner { email } open kept broken rate } }',
    );
    expect(promiseKeepingByOwner).toHaveLength(3);
    expect(promiseKeepingByOwner).toEqual(
      expect.arrayContaining([
        { owner: { email: 'ann@strata.example' }, open: 0, kept: 1, broken: 0, rate: 1 },
        { owner: { email: 'bea@strata.example' }, open: 0, kept: 0, broken: 1, rate: 0 },
      ]),
    );
    expect(promiseKeepingByOwner.at(-1)).toEqual({ owner: null, open: 1, kept: 0, broken: 0, rate: null });
    const none = await tenant.get<object>('{ promiseKeepingByOwner(dueSince: "2026-12-01") { open } }');
    expect(none).toEqual({ promiseKeepingByOwner: [] });
  });
});
