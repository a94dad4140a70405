import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, fixture, ImportHarness } from './import-harness.js';

interface AccountSeen {
  name: string;
  segment: string | null;
  annualValue: { amount: string; currency: string } | null;
  owner: { email: string } | null;
  parent: { name: string } | null;
  externalIds: { system: string; id: string }[];
  stakeholders: { nodes: StakeholderSeen[] };
  interactions: {
    nodes: {
      channel: string;
      occurredAt: string;
      notes: string | null;
      stakeholders: { fullName: string }[];
    }[];
  };
}

interface StakeholderSeen {
  fullName: string;
  email: string | null;
  level: string;
  levelBasis: string | null;
  reportsTo: { fullName: string } | null;
}

const ACCOUNTS = `{ accounts(first: 50) { nodes { name segment annualValue { amount currency } owner { email } parent { name }
  externalIds { system id }
  stakeholders(first: 50) { nodes { fullName email level levelBasis reportsTo { fullName } } }
  interactions(first: 50) { nodes { channel occurredAt notes stakeholders { fullName } } } } } }`;

describe('importing from Salesforce', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  async function accounts(): Promise<Map<string, AccountSeen>> {
    const { accounts: found } = await harness.get<{ accounts: { nodes: AccountSeen[] } }>(ACCOUNTS);
    return new Map(found.nodes.map((account) => [account.name, account]));
  }

  describe('an object export', () => {
    const folder = fixture('salesforce-export');

    it('takes over accounts with their segment, owner and parent, and leaves deleted ones out', async () => {
      const report = await harness.import('salesforce', folder);
      expect(fileOf(report, 'Account.csv').counts).toMatchObject({
        rows: 4,
        created: 3,
        skipped: 1,
        rejected: 0,
      });
      const found = await accounts();
      expect([...found.keys()].sort()).toEqual(['Harbour Freight Nord', 'Harbour Group', 'Kessel & Söhne']);
      expect(found.get('Harbour Freight Nord')).toMatchObject({
        segment: 'Logistics',
        owner: { email: 'ines@vendor.test' },
        parent: { name: 'Harbour Group' },
        externalIds: [{ system: 'salesforce', id: '0015g00000LmNoPAAV' }],
      });
    });

    it('values an account by what it bought in the year up to its latest won deal, never by its own revenue', async () => {
      const report = await harness.import('salesforce', folder);
      const found = await accounts();
      expect(found.get('Harbour Freight Nord')?.annualValue).toEqual({ amount: '3000.50', currency: 'EUR' });
      expect(found.get('Harbour Group')?.annualValue).toBeNull();
      expect(found.get('Kessel & Söhne')?.annualValue).toBeNull();
      const deals = fileOf(report, 'Opportunity.csv');
      expect(deals.counts).toMatchObject({ rows: 7, used: 5, skipped: 1, rejected: 1 });
      expect(deals.warnings.map(({ code, count }) => [code, count])).toContainEqual(['CURRENCIES_MIXED', 2]);
      expect(fileOf(report, 'Account.csv').columns?.unmapped).toContainEqual({
        column: 'ANNUALREVENUE',
        reason: 'what the customer turns over, not what it is worth to us',
      });
    });

    it('attaches contacts by ids of 15 or 18 characters, and their reporting line wherever the superior stands', async () => {
      await harness.import('salesforce', folder);
      const people = (await accounts()).get('Harbour Freight Nord')?.stakeholders.nodes;
      expect(people).toHaveLength(2);
      expect(people).toContainEqual(
        expect.objectContaining({
          fullName: 'Mara Lind',
          level: 'OPERATIONS',
          reportsTo: { fullName: 'Jon Berg' },
        }),
      );
      expect(people).toContainEqual(
        expect.objectContaining({ fullName: 'Jon Berg', level: 'MANAGEMENT', levelBasis: 'INFERRED' }),
      );
    });

    it('rejects contacts without an account that is known, and makes no account of them', async () => {
      const report = await harness.import('salesforce', folder);
      expect(fileOf(report, 'Contact.csv').counts).toMatchObject({ rows: 5, created: 3, rejected: 2 });
      const list = readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8');
      expect(list).toMatch(/Contact\.csv,5,ACCOUNTID,,.*belongs to no account/);
      expect(list).toMatch(/Contact\.csv,6,ACCOUNTID,0015g00000ZzZzZAAV,"No account with this id exists/);
      expect((await accounts()).size).toBe(3);
    });

    it('takes no level from a column that only sounds like one', async () => {
      const report = await harness.import('salesforce', folder);
      expect(fileOf(report, 'Contact.csv').columns?.unmapped.map(({ column }) => column)).toContain(
        'LEVEL__C',
      );
      const uta = (await accounts()).get('Kessel & Söhne')?.stakeholders.nodes[0];
      expect(uta).toMatchObject({ fullName: 'Uta Kessel', level: 'UNKNOWN' });
    });

    it('keeps an implausible address with a warning', async () => {
      const report = await harness.import('salesforce', folder);
      expect(fileOf(report, 'Contact.csv').warnings).toContainEqual(
        expect.objectContaining({
          code: 'CELL',
          count: 1,
          examples: [{ line: 4, value: 'uta@kessel&soehne.test' }],
        }),
      );
      expect((await accounts()).get('Kessel & Söhne')?.stakeholders.nodes[0]?.email).toBe(
        'uta@kessel&soehne.test',
      );
    });

    it('never stores birthdays, and leaves them out of the list of failed rows', async () => {
      const report = await harness.import('salesforce', folder);
      expect(fileOf(report, 'Contact.csv').columns?.sensitive).toEqual([
        { column: 'BIRTHDATE', kind: 'BIRTH' },
      ]);
      const rows = readFileSync(join(harness.folder, 'failed-rows', 'Contact.csv'), 'utf8');
      expect(rows).toContain('Nobody,Placed');
      expect(rows).not.toContain('1990-12-24');
    });

    it('records calls, mails and meetings as text, and leaves what has not taken place', async () => {
      const report = await harness.import('salesforce', folder);
      expect(fileOf(report, 'Task.csv').counts).toMatchObject({
        rows: 5,
        created: 2,
        skipped: 2,
        rejected: 1,
      });
      expect(fileOf(report, 'Event.csv').counts).toMatchObject({ created: 1 });
      const met = (await accounts()).get('Harbour Freight Nord')?.interactions.nodes ?? [];
      expect(met.map(({ channel }) => channel).sort()).toEqual(['CALL', 'EMAIL', 'MEETING']);
      expect(met.find(({ channel }) => channel === 'CALL')).toMatchObject({
        notes: 'Delivery times\n\n<b>Says</b> =2+2 is fine',
        stakeholders: [{ fullName: 'Mara Lind' }],
      });
    });

    it('lists files of other objects as not imported', async () => {
      const report = await harness.import('salesforce', folder);
      expect(fileOf(report, 'Lead.csv')).toMatchObject({ status: 'SKIPPED', counts: { rows: 0 } });
    });

    it('tells at how many accounts nobody is known, by level', async () => {
      const { coverage } = await harness.import('salesforce', folder);
      expect(coverage).toEqual({ accounts: 3, nobodyKnown: 1, nobodyInOperations: 2, nobodyInManagement: 2 });
    });
  });

  describe('a record tree', () => {
    const folder = fixture('salesforce-tree');

    it('follows the plan and resolves references across files and to the record around', async () => {
      const report = await harness.import('salesforce', folder);
      expect(report.totals).toMatchObject({ created: 4, rejected: 1 });
      const found = await accounts();
      expect(found.get('Larch Household')?.stakeholders.nodes.map(({ fullName }) => fullName)).toEqual([
        'Ada Larch',
      ]);
      expect(found.get('Harbour Freight Nord')?.stakeholders.nodes.map(({ fullName }) => fullName)).toEqual([
        'Nele Within',
      ]);
      expect(fileOf(report, 'Market__c.json')).toMatchObject({
        status: 'SKIPPED',
        reason: expect.stringContaining('does not exist') as string,
      });
    });

    it('finds the record id inside a reference id', async () => {
      await harness.import('salesforce', folder);
      await harness.import('salesforce', join(fixture('salesforce-export'), 'Account.csv'));
      const nord = (await accounts()).get('Harbour Freight Nord');
      expect(nord).toMatchObject({ parent: { name: 'Harbour Group' } });
      expect((await accounts()).size).toBe(4);
    });

    it('keeps records of unrelated folders apart that share a reference id', async () => {
      await harness.import('salesforce', folder);
      const report = await harness.import('salesforce', fixture('salesforce-tree-other'));
      expect(report.totals).toMatchObject({ created: 1, updated: 0 });
      expect([...(await accounts()).keys()].sort()).toEqual([
        'Harbour Freight Nord',
        'Larch Household',
        'Quarry United',
      ]);
    });

    it('takes an object from one of two formats, and the other one on its own ends equal', async () => {
      const first = await harness.import('salesforce', folder);
      expect(fileOf(first, 'Contact_Data.csv')).toMatchObject({
        status: 'SKIPPED',
        reason: expect.stringContaining('Contacts.json') as string,
      });
      const before = await accounts();
      const again = await harness.import('salesforce', join(folder, 'Contact_Data.csv'));
      expect(again.totals).toMatchObject({ rows: 2, unchanged: 1, rejected: 1, created: 0 });
      expect(await accounts()).toEqual(before);
    });
  });

  it('refuses to tell one of two people with the same address from the other', async () => {
    await harness.import('salesforce', fixture('salesforce-tree'));
    const twin = harness.write(
      'Contact.csv',
      'Id,AccountId,LastName,Email\n0035g00000Twin1,0015g00000LmNoP,Twin,ada@larch.test\n',
    );
    expect((await harness.import('salesforce', twin)).totals).toMatchObject({ created: 1 });
    const report = await harness.import('salesforce', join(fixture('salesforce-tree'), 'Contact_Data.csv'));
    expect(report.totals).toMatchObject({ rejected: 2, updated: 0, unchanged: 0 });
    expect(readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8')).toContain('Several known people');
  });

  it('upserts by an external id of the customer when a mapping names it', async () => {
    const columns = { id: 'ORACLE_ID__C', parent: 'PARENT' };
    const mapping = { files: [{ object: 'Account', system: 'oracle', columns }] };
    const file = harness.write('Account.csv', 'NAME,ORACLE_ID__C,PARENT\nChild,1-2,1-1\nTop,　1-1　,\n');
    expect((await harness.import('salesforce', file)).files[0]).toMatchObject({ status: 'REFUSED' });
    expect((await harness.import('salesforce', file, { mapping })).totals).toMatchObject({ created: 2 });
    expect((await accounts()).get('Child')).toMatchObject({
      parent: { name: 'Top' },
      externalIds: [{ system: 'oracle', id: '1-2' }],
    });
  });
});
