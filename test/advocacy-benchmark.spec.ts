import { Role } from '../src/domain/rights.js';
import { TestService } from './service.js';

const ref = (id: string) => ({ external: { system: 'crm', id } });

interface Shown {
  id: string;
  accounts: number;
  voices: number;
  mean: number;
  median: number;
  levels: { level: string }[];
  trend: { median: number }[];
}

const BENCHMARK = `query ($segment: String!, $instrument: String! = "CSAT", $account: RefInput) {
  segmentBenchmark(segment: $segment, instrument: $instrument, account: $account) {
    id accounts voices mean median levels { level } trend { median } ownPlace { place voices } } }`;

describe('benchmarks of segments', () => {
  let service: TestService;
  let key: string;
  let tenantId: string;

  beforeEach(async () => {
    service = await TestService.start();
    service.setClock('2026-03-01T09:00:00.000Z');
    ({ key, tenantId } = await service.createTenant());
  });
  afterEach(() => service.stop());

  const account = (name: string, more: object = {}) =>
    service.get(
      key,
      `mutation ($account: AccountInput!) { upsertAccounts(accounts: [$account], atomic: true) { results { status error { message } } } }`,
      {
        account: { ...ref(name), name, segment: 'Rail', ...more },
      },
    );

  /** One more person at the account who answers so. */
  async function answered(name: string, who: string, rating: number, level = 'OPERATIONS'): Promise<void> {
    await service.get(
      key,
      `mutation ($person: StakeholderInput!) { upsertStakeholders(stakeholders: [$person], atomic: true) { results { status error { message } } } }`,
      { person: { ...ref(who), account: ref(name), fullName: who, level } },
    );
    await service.get(
      key,
      `mutation ($answer: SatisfactionAnswerInput!) { recordSatisfaction(answers: [$answer], atomic: true) { results { status error { message } } } }`,
      {
        answer: {
          stakeholder: ref(who),
          instrument: 'CSAT',
          value: { number: rating },
          answeredAt: '2026-02-20T10:00:00Z',
        },
      },
    );
  }

  async function createPeers(count: number, rating: number, from = 0): Promise<void> {
    for (let index = from; index < from + count; index += 1) {
      await account(`a${index}`);
      await answered(`a${index}`, `a${index} one`, rating);
    }
  }

  const show = async (using = key, segment = 'Rail'): Promise<Shown> =>
    (await service.get<{ segmentBenchmark: Shown }>(using, BENCHMARK, { segment })).segmentBenchmark;
  const refusal = async (variables: Record<string, unknown>) =>
    (await service.ask(key, BENCHMARK, variables)).errors?.[0]?.extensions;

  it('are refused below five accounts, and when one account makes up more than half', async () => {
    await createPeers(4, 4);
    expect(await refusal({ segment: 'Rail' })).toMatchObject({
      code: 'RULE_BROKEN',
      details: { reasons: ['TOO_FEW_ACCOUNTS'] },
    });
    for (const who of ['two', 'three', 'four', 'five', 'six']) await answered('a0', who, 1);
    await createPeers(1, 4, 4);
    expect(await refusal({ segment: 'Rail' })).toMatchObject({
      details: { reasons: ['ONE_ACCOUNT_DOMINATES'] },
    });
    await createPeers(1, 4, 5);
    expect((await refusal({ segment: 'Rail' }))?.details.reasons).toEqual(['ONE_ACCOUNT_DOMINATES']);
    await createPeers(1, 4, 6);
    expect(await show()).toMatchObject({ accounts: 5, voices: 10 });
  });

  it('count customers only, and only what customers stated themselves', async () => {
    await createPeers(4, 4);
    await account('ours', { kind: 'INTERNAL' });
    await answered('ours', 'our own', 4);
    expect(await refusal({ segment: 'Rail' })).toMatchObject({ code: 'RULE_BROKEN' });
  });

  it('are refused for an instrument there is not, or without scores', async () => {
    await createPeers(5, 4);
    expect(await refusal({ segment: 'Rail', instrument: 'REPURCHASE' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await refusal({ segment: 'Rail', instrument: 'NONE' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refusal({ segment: 'Rail', account: ref('nobody') })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('do not give an account away to somebody who asks again after each change', async () => {
    await createPeers(6, 5);
    const first = await show();
    expect(first).toMatchObject({ mean: 100, median: 100 });
    await answered('a0', 'a0 critic', 1);
    expect(await show()).toEqual(first);
    await account('a1', { segment: 'Road' });
    expect(await show()).toEqual(first);
    await account('a1', { segment: 'Rail' });
    for (let index = 1; index < 4; index += 1) {
      await answered(`a${index}`, `a${index} critic`, 1);
      expect(await show()).toEqual(first);
    }
    await answered('a4', 'a4 critic', 1);
    const second = await show();
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({ mean: 55, trend: [{ median: 100 }, { median: 100 }] });
    const { publishedBenchmark } = await service.get<{ publishedBenchmark: Shown }>(
      key,
      `query ($id: ID!) { publishedBenchmark(id: $id) { id accounts voices mean median levels { level } trend { median } ownPlace { place voices } } }`,
      { id: first.id },
    );
    expect(publishedBenchmark).toEqual(first);
  });

  it('are the same for an account manager, who sees no other accounts, and for two who ask at once', async () => {
    await createPeers(5, 4);
    await account('a0', { ownerEmail: 'ada@example.com' });
    const manager = await service.createUserKey(tenantId, 'ada@example.com', Role.ACCOUNT_MANAGER);
    const [mine, all] = await Promise.all([show(manager), show()]);
    expect(mine).toEqual(all);
    const { segmentBenchmark } = await service.get<{ segmentBenchmark: { ownPlace: object } }>(
      manager,
      BENCHMARK,
      {
        segment: 'Rail',
        account: ref('a0'),
      },
    );
    expect(segmentBenchmark.ownPlace).toEqual({ place: 'ABOUT', voices: 1 });
    expect(
      (await service.ask(manager, BENCHMARK, { segment: 'Rail', account: ref('a1') })).errors?.[0]?.extensions
        .code,
    ).toBe('NOT_FOUND');
  });

  it('of one tenant are unknown to another', async () => {
    await createPeers(5, 4);
    const { id } = await show();
    const { key: other } = await service.createTenant();
    const answer = await service.ask(other, 'query ($id: ID!) { publishedBenchmark(id: $id) { id } }', {
      id,
    });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await service.ask(other, BENCHMARK, { segment: 'Rail' })).errors?.[0]?.extensions.code).toBe(
      'RULE_BROKEN',
    );
  });

  it('show the levels when each of them could be shown by itself', async () => {
    await createPeers(5, 4);
    expect((await show()).levels).toEqual([]);
    for (let index = 0; index < 5; index += 1) await answered(`a${index}`, `a${index} boss`, 2, 'MANAGEMENT');
    expect((await show()).levels).toEqual([{ level: 'OPERATIONS' }, { level: 'MANAGEMENT' }]);
  });
});
