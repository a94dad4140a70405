import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ImportReport } from '../src/crm/import-report.types.js';
import type { ImportSystem } from '../src/crm/run/import-request.js';
import { fileOf, ImportHarness } from './import-harness.js';

/** Real exports of other people, which are not part of this repository. */
const DATA = resolve(__dirname, '../../shared/data');

interface Seen {
  accounts: {
    totalCount: number;
    nodes: {
      name: string;
      annualValue: { amount: string } | null;
      stakeholders: {
        nodes: { fullName: string; email: string | null; title: string | null; level: string }[];
      };
    }[];
  };
}

const ACCOUNTS = `{ accounts(first: 100) { totalCount nodes { name annualValue { amount }
  stakeholders(first: 50) { nodes { fullName email title level } } } } }`;

function realExports(): void {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  const importFolder = (folder: string, from: ImportSystem = 'salesforce'): Promise<ImportReport> =>
    harness.import(from, join(DATA, folder));
  const seen = async (): Promise<Seen['accounts']> => (await harness.get<Seen>(ACCOUNTS)).accounts;

  it('de-default: every contact resolves, three accounts have none, nobody is known in operations', async () => {
    const report = await importFolder('crm-salesforce/de-default');
    expect(fileOf(report, 'Account.json').counts).toMatchObject({ rows: 10, created: 10 });
    expect(fileOf(report, 'Contact.json').counts).toMatchObject({ rows: 10, created: 10, rejected: 0 });
    expect(fileOf(report, 'Contact.json').columns?.sensitive.map(({ column }) => column)).toEqual([
      'Birthdate',
    ]);
    const { nodes } = await seen();
    expect(nodes.map(({ stakeholders }) => stakeholders.nodes.length).sort()).toEqual([
      0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
    ]);
    expect(report.coverage).toEqual({
      accounts: 10,
      nobodyKnown: 3,
      nobodyInOperations: 10,
      nobodyInManagement: 3,
    });
    expect(report).toMatchObject({ complete: true, failedRows: { rows: 0 } });
    expect(fileOf(report, 'Case.json')).toMatchObject({
      status: 'SKIPPED',
      reason: expect.stringContaining('occurredAt') as string,
    });
  });

  it('export-powerbi: 25 contacts over 17 accounts, all resolve, two without a title', async () => {
    const report = await importFolder('crm-salesforce/export-powerbi');
    expect(fileOf(report, 'Account.csv').counts).toMatchObject({ rows: 18, created: 18 });
    expect(fileOf(report, 'Contact.csv').counts).toMatchObject({ rows: 25, created: 25, rejected: 0 });
    expect(fileOf(report, 'OpportunityHistory.csv')).toMatchObject({ status: 'SKIPPED' });
    const { nodes } = await seen();
    const people = nodes.flatMap(({ stakeholders }) => stakeholders.nodes);
    expect(nodes.filter(({ stakeholders }) => stakeholders.nodes.length > 0)).toHaveLength(17);
    expect(people.filter(({ title }) => title === null)).toHaveLength(2);
    expect(nodes.some(({ annualValue }) => annualValue !== null)).toBe(true);
  });

  it('la-sfdg: takes no level from Level__c, reports the odd addresses, and places nobody by guessing', async () => {
    const report = await importFolder('crm-salesforce/la-sfdg');
    expect(fileOf(report, 'Account.csv').counts).toMatchObject({ created: 12, rejected: 0 });
    expect(fileOf(report, 'Account.json')).toMatchObject({ status: 'SKIPPED' });
    const contacts = fileOf(report, 'Contact.json');
    expect(contacts.counts).toMatchObject({ rows: 20, created: 0, rejected: 20 });
    expect(contacts.columns?.unmapped.map(({ column }) => column)).toContain('Level__c');
    expect((await seen()).totalCount).toBe(12);
    expect(fileOf(report, 'Case.json')).toMatchObject({
      status: 'SKIPPED',
      reason: expect.stringContaining('account, occurredAt') as string,
    });
  });

  it('la-sfdg: two contacts have no title, address or department, and two addresses have "&" in the domain', async () => {
    const file = join(DATA, 'crm-salesforce/la-sfdg/Contact.json');
    const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: Record<string, unknown>[] };
    const { attributes } = (
      JSON.parse(readFileSync(join(DATA, 'crm-salesforce/la-sfdg/Account.json'), 'utf8')) as {
        records: object[];
      }
    ).records[0] as { attributes: { referenceId: string } };
    const placed = records.map((record) => ({ ...record, AccountId: `@${attributes.referenceId}` }));
    const contacts = harness.write('la-sfdg/Contact.json', JSON.stringify({ records: placed }));
    const accounts = harness.write(
      'la-sfdg/Account.json',
      readFileSync(join(DATA, 'crm-salesforce/la-sfdg/Account.json'), 'utf8'),
    );
    const report = await harness.import('salesforce', [accounts, contacts]);
    expect(fileOf(report, 'Contact.json').counts).toMatchObject({ created: 20, rejected: 0 });
    const odd = fileOf(report, 'Contact.json').warnings.filter(({ message }) =>
      message.includes('suspicious e-mail'),
    );
    expect(odd.map(({ count, examples }) => [count, examples.map(({ value }) => value)])).toEqual([
      [2, ['j.davis@expressl&t.net', 'b.levy@expressl&t.net']],
    ]);
    const bare = (await seen()).nodes.flatMap(({ stakeholders }) =>
      stakeholders.nodes.filter(({ title, email }) => title === null && email === null),
    );
    expect(bare.map(({ fullName }) => fullName).sort()).toEqual(['Jake Llorrac', 'Siddartha Nedaerk']);
    expect(records.filter(({ Title, Email, Department }) => !Title && !Email && !Department)).toHaveLength(2);
  });

  it('easy-spaces: the tree and the CSV end equal', async () => {
    const report = await importFolder('crm-salesforce/easy-spaces');
    expect(fileOf(report, 'Contacts.json').counts).toMatchObject({ rows: 12, created: 12 });
    expect(fileOf(report, 'Contact_Data.csv')).toMatchObject({ status: 'SKIPPED' });
    const before = await seen();
    const again = await importFolder('crm-salesforce/easy-spaces/Contact_Data.csv');
    expect(again.totals).toMatchObject({ rows: 12, unchanged: 12 });
    expect(await seen()).toEqual(before);
  });

  it('easy-spaces and la-sfdg in one tenant: the same reference ids merge nothing', async () => {
    await importFolder('crm-salesforce/easy-spaces');
    const accounts = (await seen()).totalCount;
    const report = await harness.import('salesforce', join(DATA, 'crm-salesforce/la-sfdg/Account.json'));
    expect(report.totals).toMatchObject({ created: 12, updated: 0 });
    expect((await seen()).totalCount).toBe(accounts + 12);
  });

  it('dataloader: Windows-1252 names are whole, the UTF-32 files are refused, deals are worth something', async () => {
    const report = await importFolder('crm-salesforce/dataloader');
    const accounts = fileOf(report, 'accountData_nosession.csv');
    expect(accounts).toMatchObject({ status: 'IMPORTED', encoding: 'windows-1252', counts: { rejected: 0 } });
    for (const name of ['csvtext_BOM_UTF32BE.csv', 'csvtext_BOM_UTF32LE.csv']) {
      expect(fileOf(report, name)).toMatchObject({
        status: 'REFUSED',
        reason: expect.stringContaining('UTF-32') as string,
      });
    }
    const { accounts: found } = await harness.get<{ accounts: { nodes: { name: string }[] } }>(
      '{ accounts(first: 5, filter: { search: "Pébéo" }) { nodes { name } } }',
    );
    expect(found.nodes.map(({ name }) => name)).toEqual(['Pébéo of America']);
  });

  it('crm-hubspot: three of eleven contacts carry a company id; it counts more than the mail domain', async () => {
    const report = await importFolder('crm-hubspot', 'hubspot');
    const contacts = fileOf(report, 'contacts_sample_import-1.csv');
    expect(contacts.counts).toMatchObject({ rows: 11, created: 3, rejected: 8 });
    expect(contacts.warnings).toEqual([expect.objectContaining({ code: 'DOMAIN_DISAGREES', count: 3 })]);
    expect((await seen()).nodes).toMatchObject([{ name: 'HubSpot' }]);
  });

  it('ravenstack: a column is read in the order that its other dates prove', async () => {
    const columns = { id: 'account_id', name: 'account_name', segment: 'industry', renewalOn: 'signup_date' };
    const mapping = { files: [{ file: 'ravenstack_accounts.csv', kind: 'accounts', columns }] };
    const file = join(DATA, 'saas-ravenstack/excel-mangled-dates/ravenstack_accounts.csv');
    const report = await harness.import('csv', file, { mapping });
    expect(report.totals).toMatchObject({ rows: 500, created: 500, rejected: 0 });
    expect(report.files[0]?.columns?.refused).toEqual([]);
  });

  it('ravenstack: every ticket of a known account comes in as solved, with its severity from the table', async () => {
    const file = (name: string): string => join(DATA, 'saas-ravenstack/excel-mangled-dates', name);
    const accounts = {
      file: 'ravenstack_accounts.csv',
      kind: 'accounts',
      columns: { id: 'account_id', name: 'account_name' },
    };
    const tickets = {
      file: 'ravenstack_supports_ticket.csv',
      kind: 'problems',
      columns: {
        id: 'ticket_id',
        account: 'account_id',
        title: 'ticket_id',
        occurredAt: 'submitted_at',
        resolvedAt: 'closed_at',
        severity: {
          column: 'priority',
          values: { low: 'LOW', medium: 'MEDIUM', high: 'HIGH', urgent: 'CRITICAL' },
        },
      },
    };
    const files = [file('ravenstack_accounts.csv'), file('ravenstack_supports_ticket.csv')];
    const mapping = { files: [accounts, tickets] };
    const report = await harness.import('csv', files, { mapping });
    expect(fileOf(report, 'ravenstack_supports_ticket.csv').counts).toMatchObject({
      rows: 2_000,
      created: 2_000,
      rejected: 0,
    });
    const again = await harness.import('csv', files, { mapping });
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: 2_500 });
  });

  it('export-powerbi, dataloader: no type of an opportunity says renewal, so no loyalty event is made of any', async () => {
    for (const [folder, name, won] of [
      ['export-powerbi', 'Opportunity.csv', 12],
      ['dataloader', 'opportunityData.csv', 8],
    ] as const) {
      const deals = fileOf(await importFolder(`crm-salesforce/${folder}`), name);
      expect([name, deals.counts.created, deals.counts.used + deals.counts.rejected >= won]).toEqual([
        name,
        0,
        true,
      ]);
      expect(deals.warnings.map(({ code }) => code)).not.toContain('RECORDED_AS');
    }
    const { accounts } = await harness.get<{
      accounts: { nodes: { loyaltyEvents: { totalCount: number } }[] };
    }>('{ accounts(first: 100) { nodes { loyaltyEvents { totalCount } } } }');
    expect(accounts.nodes.every(({ loyaltyEvents }) => loyaltyEvents.totalCount === 0)).toBe(true);
  });

  it('ravenstack: 600 losses come in, and the 352 accounts they are about are lost', async () => {
    const file = (name: string): string => join(DATA, 'saas-ravenstack/excel-mangled-dates', name);
    const mapping = {
      files: [
        {
          file: 'ravenstack_accounts.csv',
          kind: 'accounts',
          columns: { id: 'account_id', name: 'account_name' },
        },
        {
          file: 'ravenstack_churn_events.csv',
          kind: 'loyaltyEvents',
          columns: {
            id: 'churn_event_id',
            account: 'account_id',
            kind: { value: 'LOST' },
            occurredOn: 'churn_date',
            reason: 'reason_code',
          },
        },
      ],
    };
    const files = [file('ravenstack_accounts.csv'), file('ravenstack_churn_events.csv')];
    const report = await harness.import('csv', files, { mapping });
    expect(fileOf(report, 'ravenstack_churn_events.csv').counts).toMatchObject({
      rows: 600,
      created: 600,
      rejected: 0,
    });
    const { accounts } = await harness.get<{ accounts: { totalCount: number } }>(
      '{ accounts(filter: { lost: true }) { totalCount } }',
    );
    expect(accounts.totalCount).toBe(352);
    const again = await harness.import('csv', files, { mapping });
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: 1_100 });
  });

  it.each(['de-default', 'export-powerbi', 'la-sfdg', 'easy-spaces', 'dataloader'])(
    '%s: a second import changes nothing',
    async (folder) => {
      const first = await importFolder(`crm-salesforce/${folder}`);
      const again = await importFolder(`crm-salesforce/${folder}`);
      expect(again.totals).toEqual({ ...first.totals, created: 0, unchanged: first.totals.created });
      expect(again.vanished).toEqual([]);
    },
  );
}

describe('real exports with known answers', () => {
  if (existsSync(DATA)) realExports();
  else it('are not here: their suite is left out', () => expect(existsSync(DATA)).toBe(false));
});
