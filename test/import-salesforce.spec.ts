import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, fixture, ImportHarness } from './import-harness.js';
import { accountsIn, type AccountSeen } from './import-seen.js';

describe('importing an object export of Salesforce', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  const accounts = (): Promise<Map<string, AccountSeen>> => accountsIn(harness);
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
    expect(fileOf(report, 'Contact.csv').columns?.unmapped.map(({ column }) => column)).toContain('LEVEL__C');
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
