import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, fixture, ImportHarness } from './import-harness.js';

interface Seen {
  accounts: {
    nodes: {
      name: string;
      annualValue: { amount: string; currency: string } | null;
      owner: { email: string } | null;
      stakeholders: { nodes: { fullName: string; title: string | null }[] };
    }[];
  };
}

const ACCOUNTS = `{ accounts(first: 50) { nodes { name annualValue { amount currency } owner { email }
  stakeholders(first: 50) { nodes { fullName title } } } } }`;

describe('importing from HubSpot', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  it('takes over companies, their contacts, and what their won deals are worth in the currency one reports in', async () => {
    const report = await harness.import('hubspot', fixture('hubspot'));
    expect(report.totals).toMatchObject({ created: 3, rejected: 1, used: 1, skipped: 1 });
    const { accounts } = await harness.get<Seen>(ACCOUNTS);
    expect(accounts.nodes).toMatchObject([
      {
        name: 'Fjordline',
        annualValue: { amount: '10000', currency: 'EUR' },
        owner: { email: 'ines@vendor.test' },
      },
    ]);
    expect(accounts.nodes[0]?.stakeholders.nodes.map(({ fullName }) => fullName).sort()).toEqual([
      'Leif Aas',
      'Siri Dahl',
    ]);
  });

  it('lets the company id count where the address is at another domain, and says so', async () => {
    const report = await harness.import('hubspot', fixture('hubspot'));
    expect(fileOf(report, 'contacts.csv').warnings).toEqual([
      expect.objectContaining({
        code: 'DOMAIN_DISAGREES',
        count: 1,
        examples: [{ line: 3, value: 'siri@elsewhere.test at fjordline.test' }],
      }),
    ]);
  });

  it('never finds the company of a contact by its mail domain', async () => {
    await harness.import('hubspot', fixture('hubspot'));
    expect(readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8')).toMatch(
      /contacts\.csv,4,company_id,,/,
    );
  });

  it('takes another currency when told', async () => {
    await harness.import('hubspot', fixture('hubspot'), { currency: 'NOK' });
    const { accounts } = await harness.get<Seen>(ACCOUNTS);
    expect(accounts.nodes[0]?.annualValue).toEqual({ amount: '10000', currency: 'NOK' });
  });

  it('changes nothing when the same files come again', async () => {
    await harness.import('hubspot', fixture('hubspot'));
    const again = await harness.import('hubspot', fixture('hubspot'));
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: 3, rejected: 1 });
  });
});
