import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLFloat, GraphQLString, type GraphQLEnumType } from 'graphql';
import { OpenTransaction } from '../src/database/connection/open-transaction.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const NOW = '2026-11-20T09:00:00.000Z';

/** Runs before a document is compiled, and as many after it. */
const RUNS = 5;

describe('an operation that comes again', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock(NOW);
    tenant = await TestTenant.create(service);
    await fill(tenant);
  });
  afterAll(() => service.stop());

  it.each([
    ['plain fields', '{ accounts { totalCount nodes { name version externalIds { system id } } } }', {}],
    [
      'fields resolved together, under fragments, aliases and other names',
      `query ($first: Int!) {
         accounts(first: $first) { nodes { ...A again: stakeholders(first: 1) { nodes { fullName } } } }
         account(ref: {external: {system: "crm", id: "a0"}}) { ... on Account { ...A } team { ourFunction user { name } } } }
       fragment A on Account { id assessment { standing } stakeholders(first: 2) { totalCount nodes { ...S reportsTo { ...S } } } }
       fragment S on Stakeholder { __typename fullName answers(first: 1) { nodes { score level stakeholder { fullName } } } }`,
      { first: 3 },
    ],
    ['a default of a variable', 'query ($n: Int! = 2) { accounts(first: $n) { nodes { name } } }', {}],
    [
      'nothing',
      '{ account(ref: {external: {system: "crm", id: "nobody"}}) { assessment { standing } } }',
      {},
    ],
    ['an error of the root', '{ account(ref: {id: "7"}) { name } accounts { totalCount } }', {}],
    [
      'errors of a field, each at its place',
      '{ accounts(first: 2) { nodes { name assessment(asOf: "2030-01-01") { standing } } } }',
      {},
    ],
    ['an unfit variable', 'query ($first: Int!) { accounts(first: $first) { totalCount } }', { first: 'x' }],
    [
      'a refused page',
      'query ($n: Int) { accounts { nodes { stakeholders(first: $n) { totalCount } } } }',
      { n: 0 },
    ],
  ])('answers the same every time: %s', async (_what, query, variables) => {
    const first = await tenant.ask(query, variables);
    for (let run = 1; run < RUNS; run++) expect(await tenant.ask(query, variables)).toEqual(first);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('leaves out and takes in by its variables: skip %s, include %s', async (skip, include) => {
    const query = `query ($skip: Boolean!, $include: Boolean!) { accounts(first: 1) { nodes { name
      stakeholders @skip(if: $skip) { nodes { fullName answers @include(if: $include) { totalCount } } } } } }`;
    for (let run = 0; run < RUNS; run++) {
      const { accounts } = await tenant.get<{ accounts: { nodes: Record<string, unknown>[] } }>(query, {
        skip,
        include,
      });
      const [account] = accounts.nodes;
      const [person] = (account?.stakeholders as { nodes: object[] } | undefined)?.nodes ?? [];
      expect(account && 'stakeholders' in account).toBe(!skip);
      expect(person !== undefined && 'answers' in person).toBe(!skip && include);
    }
  });

  it('has every value made as what it is answered as, which the tests watch', () => {
    expect(() => GraphQLFloat.serialize('1.5')).toThrow('is answered as it is');
    expect(() => GraphQLString.serialize(1)).toThrow('is answered as it is');
    const standing = service.app.get(GraphQLSchemaHost).schema.getType('Standing');
    expect(() => (standing as GraphQLEnumType).serialize('GREEN')).toThrow('is answered as it is');
    expect((standing as GraphQLEnumType).serialize('SAFE')).toBe('SAFE');
  });

  it('shows each mutation of one operation what the one before it wrote', async () => {
    const query = `mutation ($a: [AccountInput!]!, $b: [AccountInput!]!) {
      one: upsertAccounts(accounts: $a) { results { account { ...N } } }
      two: upsertAccounts(accounts: $b) { results { account { ...N } } } }
      fragment N on Account { structure assessment { standing } stakeholders { totalCount } owner { email } }`;
    const as = (structure: string, ownerEmail: string) => [{ ...crm('a1'), structure, ownerEmail }];
    for (let run = 0; run < RUNS; run++) {
      const { one, two } = await tenant.get<Record<'one' | 'two', { results: { account: object }[] }>>(
        query,
        {
          a: as('FLAT', 'one@strata.test'),
          b: as('HIERARCHICAL', 'two@strata.test'),
        },
      );
      expect(one.results[0]?.account).toMatchObject({
        structure: 'FLAT',
        owner: { email: 'one@strata.test' },
      });
      expect(two.results[0]?.account).toMatchObject({
        structure: 'HIERARCHICAL',
        owner: { email: 'two@strata.test' },
      });
    }
  });

  it('takes as many statements for many accounts as for one', async () => {
    const query = `query ($first: Int!) { accounts(first: $first) { nodes { owner { name } assessment { standing reasons { code } }
      problems { nodes { title } } interactions { nodes { stakeholders { fullName } loggedBy { name } } }
      stakeholders { nodes { reportsTo { fullName } answers(first: 1) { nodes { score level } } } } } } }`;
    const statements = jest.spyOn(OpenTransaction.prototype, 'query');
    const countFor = async (first: number): Promise<number> => {
      statements.mockClear();
      await tenant.get(query, { first });
      return statements.mock.calls.length;
    };
    await countFor(1);
    const forOne = await countFor(1);
    expect(await countFor(6)).toBe(forOne);
    expect(forOne).toBeGreaterThan(8);
    expect(forOne).toBeLessThan(15);
    statements.mockRestore();
  });
});

/** Six accounts with three people each, of whom two answered, with a contact and a problem. */
async function fill(tenant: TestTenant): Promise<void> {
  const accounts = [0, 1, 2, 3, 4, 5].map((n) => `a${n}`);
  accepted(
    await tenant.upsertAccounts(
      accounts.map((id) => ({ ...crm(id), name: `Account ${id}`, ownerEmail: 'owner@strata.test' })),
    ),
  );
  const seats = accounts.flatMap((account) =>
    ['boss', 'left', 'right'].map((who) => ({ account, who, id: `${account} ${who}` })),
  );
  accepted(
    await tenant.upsertStakeholders(
      seats.map(({ account, who, id }) => ({
        ...crm(id),
        account: crm(account),
        fullName: `${who} of ${account}`,
        ...(who === 'boss' ? {} : { reportsTo: crm(`${account} boss`) }),
      })),
    ),
  );
  accepted(
    await tenant.recordSatisfaction(
      seats.map(({ id }, index) => ({
        stakeholder: crm(id),
        instrument: 'NPS',
        value: { number: index % 11 },
        answeredAt: '2026-11-01T09:00:00Z',
      })),
    ),
  );
  for (const account of accounts) {
    await tenant.get(
      'mutation ($input: LogInteractionInput!) { logInteraction(input: $input) { interaction { id } } }',
      {
        input: {
          account: crm(account),
          stakeholders: [crm(`${account} boss`)],
          channel: 'CALL',
          occurredAt: '2026-11-02T09:00:00Z',
        },
      },
    );
    await tenant.get(
      'mutation ($input: ReportProblemInput!) { reportProblem(input: $input) { problem { id } } }',
      {
        input: {
          account: crm(account),
          title: 'Late',
          severity: 'LOW',
          occurredAt: '2026-11-03T09:00:00Z',
          reportedBy: [crm(`${account} left`)],
        },
      },
    );
    await tenant.get('mutation ($input: TeamMemberInput!) { assignTeamMember(input: $input) { id } }', {
      input: { account: crm(account), userEmail: 'owner@strata.test', ourFunction: 'SALES' },
    });
  }
}
