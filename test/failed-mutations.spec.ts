import { AssessmentsService } from '../src/assessment/judging/assessments.service.js';
import { fingerprint } from './direct-sql.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const UPSERT = 'upsertAccounts(accounts: $accounts) { results { status account { name } } }';
const declared = 'mutation ($accounts: [AccountInput!]!, $more: [AccountInput!]!)';
const items = (id: string): object[] => [{ ...crm(id), name: id }];

describe('a mutation that fails after it has written', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start({}, 1);
  });
  beforeEach(async () => {
    tenant = await TestTenant.create(service);
    await tenant.account('known');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => service.stop());

  /** Judging comes after everything else that a mutation writes; it fails at this call and no other. */
  const failAtJudging = (call: number): void => {
    const assessments = service.app.get(AssessmentsService);
    const refresh = assessments.refresh.bind(assessments);
    let calls = 0;
    jest.spyOn(assessments, 'refresh').mockImplementation((ids) => {
      calls += 1;
      return calls === call ? Promise.reject(new Error('out of order')) : refresh(ids);
    });
  };
  const names = async (): Promise<string[]> => {
    const { accounts } = await tenant.get<{ accounts: { nodes: { name: string }[] } }>(
      '{ accounts { nodes { name } } }',
    );
    return accounts.nodes.map(({ name }) => name).sort();
  };

  it.each([
    ['by itself', `mutation ($accounts: [AccountInput!]!) { ${UPSERT} }`],
    ['in a fragment', `mutation ($accounts: [AccountInput!]!) { ...F } fragment F on Mutation { ${UPSERT} }`],
  ])('leaves nothing: %s', async (_where, query) => {
    failAtJudging(1);
    const before = await fingerprint(service.database.url, tenant.tenantId);
    const { errors } = await tenant.ask(query, { accounts: items('new') });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(await fingerprint(service.database.url, tenant.tenantId)).toBe(before);
    await tenant.get(query, { accounts: items('new') });
    expect(await names()).toEqual(['known', 'new']);
  });

  it.each([
    ['the second of two, after which the first one stays', 2, ['known', 'one']],
    ['the first of two, after which the second is not begun', 1, ['known']],
  ])('leaves what its neighbour wrote before it: %s', async (_which, call, left) => {
    failAtJudging(call);
    const two = UPSERT.replace('$accounts', '$more');
    const { errors } = await tenant.ask(`${declared} { one: ${UPSERT} two: ${two} }`, {
      accounts: items('one'),
      more: items('two'),
    });
    expect(errors).toHaveLength(1);
    expect(await names()).toEqual(left);
  });
});
