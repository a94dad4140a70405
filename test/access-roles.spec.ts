import { Role } from '../src/domain/rights.js';
import { runSql } from './direct-sql.js';
import { TestService } from './service.js';

const NOBODY = '01890000-0000-7000-8000-00000000dead';

interface Seeded {
  accounts: Record<'mine' | 'child' | 'theirs', string>;
  people: Record<'mia' | 'theo', string>;
  answers: Record<'mia' | 'theo', string>;
}

interface Result {
  status: string;
  error: { code: string; message: string; path: string[] } | null;
}

const RESULT = 'results { status error { code message path } }';
const UPSERT_ACCOUNT = `mutation ($item: AccountInput!) { payload: upsertAccounts(accounts: [$item]) { ${RESULT} } }`;
const UPSERT_STAKEHOLDER = `mutation ($item: StakeholderInput!) { payload: upsertStakeholders(stakeholders: [$item]) { ${RESULT} } }`;
const RECORD = `mutation ($item: SatisfactionAnswerInput!) { payload: recordSatisfaction(answers: [$item]) { ${RESULT} } }`;
const LOG =
  'mutation ($item: LogInteractionInput!) { payload: logInteraction(input: $item) { interaction { id } } }';

describe('what a person may see and do depends on their role', () => {
  let service: TestService;
  let admin: string;
  let manager: string;
  let leader: string;
  let seeded: Seeded;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    const tenant = await service.createTenant();
    manager = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ACCOUNT_MANAGER);
    leader = await service.createUserKey(tenant.tenantId, 'lee@strata.example', Role.SALES_LEADER);
    admin = await service.createUserKey(tenant.tenantId, 'ada@strata.example', Role.ADMIN);
    seeded = await seed(service, admin);
  });
  afterAll(() => service.stop());

  async function resultOf(query: string, item: object): Promise<Result> {
    const { payload } = await service.get<{ payload: { results: [Result] } }>(manager, query, { item });
    return payload.results[0];
  }

  describe('an account manager', () => {
    it('lists, counts and sums over their own accounts only', async () => {
      const everything = `{
        accounts { totalCount nodes { name } }
        atRiskAccounts(filter: {standing: [SAFE, DIVERGING, AT_RISK, UNKNOWN]}) { totalCount nodes { name } }
        baseAtRisk(groupBy: OWNER) { group standings { accounts } }
      }`;
      interface Everything {
        accounts: { totalCount: number };
        atRiskAccounts: { totalCount: number };
        baseAtRisk: { group: string; standings: { accounts: number }[] }[];
      }
      const mine = await service.get<Everything>(manager, everything);
      expect(mine.accounts).toEqual({ totalCount: 2, nodes: [{ name: 'Child' }, { name: 'Mine' }] });
      expect(mine.atRiskAccounts.totalCount).toBe(2);
      expect(mine.baseAtRisk.map(({ group }) => group)).toEqual(['ann@strata.example']);
      expect((await service.get<Everything>(admin, everything)).accounts.totalCount).toBe(3);
      const filtered = '{ accounts(filter: {ownerEmail: "bob@strata.example"}) { totalCount } }';
      expect(await service.get(manager, filtered)).toEqual({ accounts: { totalCount: 0 } });
    });

    it('finds nothing of another account by any reference, as if it did not exist', async () => {
      const account = 'query ($ref: RefInput!) { found: account(ref: $ref) { id } }';
      const stakeholder = 'query ($ref: RefInput!) { found: stakeholder(ref: $ref) { id } }';
      for (const ref of [
        { id: seeded.accounts.theirs },
        { external: { system: 'crm', id: 'theirs' } },
        { id: NOBODY },
      ]) {
        expect(await service.get(manager, account, { ref })).toEqual({ found: null });
      }
      for (const ref of [
        { id: seeded.people.theo },
        { external: { system: 'crm', id: 'theo' } },
        { id: NOBODY },
      ]) {
        expect(await service.get(manager, stakeholder, { ref })).toEqual({ found: null });
      }
    });

    it('does not come to another account over a parent, a boss or a colleague', async () => {
      const query =
        'query ($ref: RefInput!) { account(ref: $ref) { parent { name } stakeholders { nodes { fullName reportsTo { fullName } } } } }';
      const child = { ref: { id: seeded.accounts.child } };
      const mine = { ref: { id: seeded.accounts.mine } };
      expect(await service.get(manager, query, child)).toMatchObject({ account: { parent: null } });
      expect(await service.get(admin, query, child)).toMatchObject({
        account: { parent: { name: 'Theirs' } },
      });
      expect(await service.get(manager, query, mine)).toMatchObject({
        account: { stakeholders: { nodes: [{ fullName: 'Mia', reportsTo: null }] } },
      });
      expect(await service.get(admin, query, mine)).toMatchObject({
        account: { stakeholders: { nodes: [{ reportsTo: { fullName: 'Theo' } }] } },
      });
    });

    it('writes to their own accounts', async () => {
      expect(await resultOf(UPSERT_ACCOUNT, { id: seeded.accounts.mine, segment: 'Steel' })).toEqual({
        status: 'UPDATED',
        error: null,
      });
      expect((await resultOf(UPSERT_ACCOUNT, { name: 'New' })).status).toBe('CREATED');
      const { accounts } = await service.get<{ accounts: object }>(
        admin,
        '{ accounts(filter: {search: "New"}) { nodes { owner { email } } } }',
      );
      expect(accounts).toEqual({ nodes: [{ owner: { email: 'ann@strata.example' } }] });
    });

    it('is refused every write to another account, as if it did not exist', async () => {
      const { theirs, mine } = seeded.accounts;
      const given = { answeredAt: '2026-11-01T09:00:00Z', instrument: 'NPS', value: { number: 9 } };
      const attempts = (account: string, person: string, answer: string): [string, object][] => [
        [UPSERT_ACCOUNT, { id: account, name: 'Stolen' }],
        [UPSERT_ACCOUNT, { id: mine, parent: { id: account } }],
        [UPSERT_STAKEHOLDER, { account: { id: account }, fullName: 'Spy' }],
        [UPSERT_STAKEHOLDER, { id: person, account: { id: mine }, fullName: 'Spy' }],
        [UPSERT_STAKEHOLDER, { account: { id: mine }, fullName: 'New', reportsTo: { id: person } }],
        [UPSERT_STAKEHOLDER, { id: seeded.people.mia, account: { id: mine }, successor: { id: person } }],
        [RECORD, { stakeholder: { id: person }, ...given }],
        [RECORD, { stakeholder: { id: seeded.people.mia }, supersedes: answer, ...given }],
      ];
      const invisible = attempts(theirs, seeded.people.theo, seeded.answers.theo);
      const missing = attempts(NOBODY, NOBODY, NOBODY);
      for (const [place, [query, item]] of invisible.entries()) {
        const refused = await resultOf(query, item);
        expect(refused).toMatchObject({ status: 'REJECTED', error: { code: 'NOT_FOUND' } });
        expect(refused).toEqual(await resultOf(...(missing[place] as [string, object])));
      }
    });

    it('logs no contact with another account or its people, as if they did not exist', async () => {
      const { theirs, mine } = seeded.accounts;
      const contact = { channel: 'CALL', occurredAt: '2026-11-19T09:00:00Z' };
      const log = async (account: string, person: string) =>
        (
          await service.ask(manager, LOG, {
            item: { ...contact, account: { id: account }, stakeholders: [{ id: person }] },
          })
        ).errors;
      expect(await log(mine, seeded.people.mia)).toBeUndefined();
      for (const [seen, unseen] of [
        [
          [theirs, seeded.people.theo],
          [NOBODY, NOBODY],
        ],
        [
          [mine, seeded.people.theo],
          [mine, NOBODY],
        ],
      ] as [[string, string], [string, string]][]) {
        const refused = await log(...seen);
        expect(refused?.[0]?.extensions.code).toBe('NOT_FOUND');
        expect(refused).toEqual(await log(...unseen));
      }
    });

    it('is refused an id of another system that another account answers to, and nothing breaks', async () => {
      const taken = { system: 'crm', id: 'theirs' };
      expect(await resultOf(UPSERT_ACCOUNT, { external: taken, name: 'Copy' })).toMatchObject({
        status: 'REJECTED',
        error: { path: ['external'] },
      });
      const person = {
        external: { system: 'crm', id: 'theo' },
        account: { id: seeded.accounts.mine },
        fullName: 'Theo',
      };
      expect(await resultOf(UPSERT_STAKEHOLDER, person)).toMatchObject({
        status: 'REJECTED',
        error: { path: ['external'] },
      });
      const item = {
        external: { system: 'crm', id: 'visit' },
        account: { id: seeded.accounts.mine },
        stakeholders: [{ id: seeded.people.mia }],
        channel: 'VISIT',
        occurredAt: '2026-11-10T09:00:00Z',
      };
      const { errors } = await service.ask(manager, LOG, { item });
      expect(errors?.[0]?.extensions).toMatchObject({ details: { path: ['input', 'external'] } });
    });

    it('gives no account away and adds nobody to our people', async () => {
      const count = 'SELECT count(*)::int AS people FROM users';
      const before = await runSql(service.database.url, count);
      const item = { id: seeded.accounts.mine, ownerEmail: 'stranger@strata.example' };
      expect(await resultOf(UPSERT_ACCOUNT, item)).toMatchObject({
        error: { code: 'FORBIDDEN', path: ['ownerEmail'] },
      });
      expect(await runSql(service.database.url, count)).toEqual(before);
    });

    it('renames nobody who also sits at an account of somebody else', async () => {
      const shared = { fullName: 'Sam Shared', email: 'sam@shared.example' };
      for (const account of [seeded.accounts.mine, seeded.accounts.theirs]) {
        const item = { ...shared, account: { id: account } };
        await service.get(admin, UPSERT_STAKEHOLDER, { item });
      }
      const people =
        'query ($ref: RefInput!) { account(ref: $ref) { stakeholders { nodes { id fullName } } } }';
      const { account } = await service.get<{
        account: { stakeholders: { nodes: { id: string; fullName: string }[] } };
      }>(manager, people, { ref: { id: seeded.accounts.mine } });
      const sam = account.stakeholders.nodes.find(({ fullName }) => fullName === 'Sam Shared');
      await resultOf(UPSERT_STAKEHOLDER, {
        id: sam?.id,
        account: { id: seeded.accounts.mine },
        fullName: 'Renamed',
      });
      const theirs = await service.get<
        typeof account extends object
          ? { account: { stakeholders: { nodes: { fullName: string }[] } } }
          : never
      >(admin, people, { ref: { id: seeded.accounts.theirs } });
      expect(theirs.account.stakeholders.nodes.map(({ fullName }) => fullName)).toContain('Sam Shared');
    });
  });

  describe('a sales leader', () => {
    it('reads everything', async () => {
      const { accounts } = await service.get<{ accounts: { totalCount: number } }>(
        leader,
        '{ accounts { totalCount } }',
      );
      expect(accounts.totalCount).toBeGreaterThanOrEqual(3);
    });

    it('writes nothing', async () => {
      const items: [string, object][] = [
        [UPSERT_ACCOUNT, { name: 'X' }],
        [UPSERT_STAKEHOLDER, { account: { id: seeded.accounts.mine }, fullName: 'X' }],
        [
          RECORD,
          {
            stakeholder: { id: seeded.people.mia },
            instrument: 'NPS',
            value: { number: 1 },
            answeredAt: '2026-11-01T09:00:00Z',
          },
        ],
        [
          LOG,
          {
            account: { id: seeded.accounts.mine },
            stakeholders: [{ id: seeded.people.mia }],
            channel: 'CALL',
            occurredAt: '2026-11-01T09:00:00Z',
          },
        ],
      ];
      for (const [query, item] of items) {
        const { data, errors } = await service.ask(leader, query, { item });
        expect(data).toBeNull();
        expect(errors).toMatchObject([
          { extensions: { code: 'FORBIDDEN', details: { needed: 'write', allowed: ['read'] } } },
        ]);
      }
    });
  });
});

async function seed(service: TestService, admin: string): Promise<Seeded> {
  const external = (id: string) => ({ system: 'crm', id });
  const accounts = await idsOf(
    service,
    admin,
    ['upsertAccounts(accounts: $items)', 'AccountInput', 'account'],
    [
      { external: external('theirs'), name: 'Theirs', ownerEmail: 'bob@strata.example' },
      { external: external('mine'), name: 'Mine', ownerEmail: 'ann@strata.example' },
      {
        external: external('child'),
        name: 'Child',
        ownerEmail: 'ann@strata.example',
        parent: { external: external('theirs') },
      },
    ],
  );
  const [theirs = '', mine = '', child = ''] = accounts;
  const [theo = '', mia = ''] = await idsOf(
    service,
    admin,
    ['upsertStakeholders(stakeholders: $items)', 'StakeholderInput', 'stakeholder'],
    [
      { external: external('theo'), account: { id: theirs }, fullName: 'Theo', level: 'MANAGEMENT' },
      {
        external: external('mia'),
        account: { id: mine },
        fullName: 'Mia',
        reportsTo: { external: external('theo') },
      },
    ],
  );
  const given = { instrument: 'NPS', value: { number: 8 }, answeredAt: '2026-10-01T09:00:00Z' };
  const [byTheo = '', byMia = ''] = await idsOf(
    service,
    admin,
    ['recordSatisfaction(answers: $items)', 'SatisfactionAnswerInput', 'answer'],
    [
      { stakeholder: { id: theo }, ...given },
      { stakeholder: { id: mia }, ...given },
    ],
  );
  const visit = {
    external: external('visit'),
    account: { id: theirs },
    stakeholders: [{ id: theo }],
    channel: 'VISIT',
    occurredAt: '2026-11-10T09:00:00Z',
  };
  await service.get(admin, LOG, { item: visit });
  return { accounts: { theirs, mine, child }, people: { theo, mia }, answers: { theo: byTheo, mia: byMia } };
}

async function idsOf(
  service: TestService,
  key: string,
  [field, type, record]: [string, string, string],
  items: object[],
): Promise<string[]> {
  const query = `mutation ($items: [${type}!]!) { payload: ${field} { results { error { message } ${record} { id } } } }`;
  const { payload } = await service.get<{ payload: { results: Record<string, { id: string }>[] } }>(
    key,
    query,
    { items },
  );
  return payload.results.map((result) => result[record]?.id ?? '');
}
