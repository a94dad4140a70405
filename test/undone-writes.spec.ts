import { Logger } from '@nestjs/common';
import { runSql } from './direct-sql.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

/** Of no problem: a contact in which it is told of fails after it was written. */
const NOWHERE = { id: '01890000-0000-7000-8000-000000000000' };

const LOG = (field: string, input: string) =>
  `${field}: logInteraction(input: $${input}) { account { name assessment { standing } } }`;
const ALONE = `mutation ($one: LogInteractionInput!) { ${LOG('one', 'one')} }`;
const BOTH = `mutation ($one: LogInteractionInput!, $two: LogInteractionInput!) { ${LOG('one', 'one')} ${LOG('two', 'two')} }`;
const SPREAD = `mutation ($one: LogInteractionInput!, $two: LogInteractionInput!) { ...both }
  fragment both on Mutation { ${LOG('one', 'one')} ${LOG('two', 'two')} }`;

describe('a mutation that fails', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeEach(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    for (const id of ['a', 'b']) {
      await tenant.account(id);
      await tenant.people(id, { [`of ${id}`]: { level: 'OPERATIONS' } });
    }
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await service.stop();
  });

  const contact = (id: string, more: object = {}) => ({
    account: crm(id),
    stakeholders: [crm(`of ${id}`)],
    channel: 'CALL',
    occurredAt: '2026-11-19T09:00:00.000Z',
    ...more,
  });
  const failing = (id: string) => contact(id, { told: [{ problem: NOWHERE, knowledge: 'TOLD_OF_PROBLEM' }] });
  const metAt = async (): Promise<string[]> => {
    const { accounts } = await tenant.get<{
      accounts: { nodes: { name: string; interactions: { totalCount: number } }[] };
    }>('{ accounts { nodes { name interactions { totalCount } } } }');
    return accounts.nodes.flatMap(({ name, interactions }) =>
      interactions.totalCount > 0 ? [`${name} ${interactions.totalCount}`] : [],
    );
  };
  const codes = async (query: string, variables: Record<string, unknown>): Promise<unknown[]> =>
    (await tenant.ask(query, variables)).errors?.map(({ extensions }) => extensions.code) ?? [];
  /** From now on no judgement of this account can be stored. */
  const refuseJudgementsOf = async (accountId: string): Promise<void> => {
    // What fails by it is ours, and would be logged.
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    await runSql(
      service.database.url,
      `ALTER TABLE assessments ADD CONSTRAINT refused CHECK (account_id <> '${accountId}') NOT VALID`,
    );
  };

  it('alone leaves nothing', async () => {
    expect(await codes(ALONE, { one: failing('a') })).toEqual(['NOT_FOUND']);
    expect(await metAt()).toEqual([]);
    expect(await codes(ALONE, { one: contact('a') })).toEqual([]);
    expect(await metAt()).toEqual(['a 1']);
  });

  it.each([
    ['side by side', BOTH],
    ['in a fragment', SPREAD],
  ])('leaves what others wrote before it, %s', async (_where, query) => {
    expect(await codes(query, { one: contact('a'), two: failing('b') })).toEqual(['NOT_FOUND']);
    expect(await metAt()).toEqual(['a 1']);
  });

  it('because its judgement cannot be stored leaves nothing either, and says so once', async () => {
    await refuseJudgementsOf(await tenant.account('b'));
    const answer = await tenant.ask<{ one: null } | null>(ALONE, { one: contact('b') });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.data).toBeNull();
    expect(await metAt()).toEqual([]);
  });

  it('because its judgement cannot be stored leaves what others wrote too', async () => {
    await refuseJudgementsOf(await tenant.account('b'));
    expect(await codes(BOTH, { one: contact('a'), two: contact('b') })).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(await metAt()).toEqual(['a 1']);
  });
});
