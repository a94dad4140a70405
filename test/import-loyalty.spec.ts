import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, fixture, ImportHarness, type ImportWish } from './import-harness.js';

const FOLDER = fixture('salesforce-renewals');
const DEALS = readFileSync(join(FOLDER, 'Opportunity.csv'), 'utf8');

interface EventSeen {
  kind: string;
  occurredOn: string;
  amount: { amount: string; currency: string } | null;
  reason: string | null;
  external: { system: string; id: string };
  supersededBy: object | null;
}

interface AccountSeen {
  name: string;
  lostOn: string | null;
  annualValue: { amount: string } | null;
  loyaltyEvents: { nodes: EventSeen[] };
}

const SEEN = `{ accounts(first: 10) { nodes { name lostOn annualValue { amount } loyaltyEvents { nodes {
  kind occurredOn amount { amount currency } reason external { system id } supersededBy { id } } } } } }`;

describe('importing loyalty events', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  async function account(name: string): Promise<AccountSeen> {
    const { accounts } = await harness.get<{ accounts: { nodes: AccountSeen[] } }>(SEEN);
    const found = accounts.nodes.find((seen) => seen.name === name);
    if (!found) throw new Error(`There is no account ${name}.`);
    return found;
  }
  const events = async (name: string): Promise<EventSeen[]> => (await account(name)).loyaltyEvents.nodes;
  const failedRows = (): string => readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8');

  describe('from opportunities', () => {
    const whole = (wish: ImportWish = {}) => harness.import('salesforce', FOLDER, wish);
    const again = (deals: string) => harness.import('salesforce', harness.write('Opportunity.csv', deals));

    it('takes won ones for what their type says, and a renewal that was not won for a loss', async () => {
      await whole();
      expect(await events('Harbour Freight Nord')).toMatchObject([
        { kind: 'CONTRACTED', occurredOn: '2025-02-01', amount: { amount: '3000', currency: 'EUR' } },
        { kind: 'EXPANDED', occurredOn: '2024-06-01', amount: { amount: '8000.50', currency: 'EUR' } },
        {
          kind: 'RENEWED',
          occurredOn: '2024-02-01',
          amount: { amount: '42000', currency: 'EUR' },
          external: { system: 'salesforce', id: '0065g00000AaAa2AAA' },
        },
      ]);
      expect(await account('Kessel Pumps')).toMatchObject({
        lostOn: '2026-03-31',
        loyaltyEvents: {
          nodes: [{ kind: 'LOST', amount: { amount: '15000' }, reason: 'Moved to a competitor' }],
        },
      });
    });

    it('makes nothing of new business, of what is open, of an upgrade not bought, of a type it does not know', async () => {
      const report = await whole();
      const deals = fileOf(report, 'Opportunity.csv');
      expect(deals.counts).toEqual({
        rows: 10,
        created: 4,
        updated: 0,
        unchanged: 0,
        used: 2,
        skipped: 2,
        rejected: 2,
      });
      const recorded = deals.warnings.filter(({ code }) => code === 'RECORDED_AS');
      expect(recorded.map(({ message, count }) => [message, count])).toEqual([
        ['Recorded as a loyalty event: RENEWED', 1],
        ['Recorded as a loyalty event: EXPANDED', 1],
        ['Recorded as a loyalty event: CONTRACTED', 1],
        ['Recorded as a loyalty event: LOST', 1],
      ]);
    });

    it('still values accounts by what they bought', async () => {
      await whole();
      expect((await account('Harbour Freight Nord')).annualValue).toEqual({ amount: '11000.50' });
      expect((await account('Kessel Pumps')).annualValue).toEqual({ amount: '500' });
    });

    it('lists what has no account or no day, each once', async () => {
      await whole();
      const list = failedRows().trim().split('\n').slice(1).sort();
      expect(list).toHaveLength(2);
      expect(list[0]).toMatch(
        /Opportunity\.csv,10,AccountId,0015g00000ZzZzZAAV,"?No account with this id exists/,
      );
      expect(list[1]).toMatch(
        /Opportunity\.csv,11,CloseDate,,"?The deal is closed, and the row does not say when/,
      );
    });

    it('changes nothing when imported again, and corrects an event that the CRM corrected', async () => {
      await whole();
      expect((await whole()).totals).toMatchObject({ created: 0, updated: 0, unchanged: 6 });
      const report = await again(DEALS.replace('42000,2024-02-01', '41000,2024-02-15'));
      expect(report.totals).toMatchObject({ created: 0, updated: 1, unchanged: 3 });
      const renewals = (await events('Harbour Freight Nord')).filter(({ kind }) => kind === 'RENEWED');
      expect(renewals.map(({ occurredOn, supersededBy }) => [occurredOn, supersededBy !== null])).toEqual([
        ['2024-02-15', false],
        ['2024-02-01', true],
      ]);
    });

    it('brings a lost account back when its renewal turns out to be won', async () => {
      await whole();
      await again(DEALS.replace('Closed Lost,true,false,15000', 'Closed Won,true,true,15000'));
      expect((await account('Kessel Pumps')).lostOn).toBeNull();
    });

    it('refuses a second row of the same renewal, and a renewal closed on a day to come', async () => {
      const row =
        '0065g00000DdDd1AAA,0015g00000ReNeWAAV,Later,Renewal,Closed Won,true,true,1,2027-01-01,EUR,\n';
      const renewal = /.*AaAa2AAA.*\n/.exec(DEALS)?.[0] ?? '';
      await whole();
      const report = await again(DEALS + row + renewal);
      expect(fileOf(report, 'Opportunity.csv').counts).toMatchObject({
        created: 0,
        unchanged: 4,
        rejected: 4,
      });
      expect(failedRows()).toMatch(
        /,12,CloseDate,2027-01-01,A loyalty event is recorded once it has happened/,
      );
      expect(failedRows()).toMatch(/,13,Id,0065g00000AaAa2AAA,Line 3 is about the same record already/);
    });

    it('says of a renewal without an id that no event was made of it', async () => {
      await whole();
      const anonymous = DEALS.split('\n')
        .map((line) => line.split(',').slice(1).join(','))
        .join('\n');
      const report = await again(anonymous);
      expect(fileOf(report, 'Opportunity.csv').warnings).toContainEqual(
        expect.objectContaining({ code: 'DEAL_WITHOUT_ID', count: 5 }),
      );
      expect(await events('Harbour Freight Nord')).toHaveLength(3);
    });

    it('takes types of your own from a table in the mapping', async () => {
      const event = { column: 'Type', values: { 'Spare parts': 'EXPANDED', '*': null } };
      const mapping = { files: [{ object: 'Opportunity', columns: { event } }] };
      await whole({ mapping });
      expect(await events('Kessel Pumps')).toMatchObject([{ kind: 'EXPANDED', occurredOn: '2026-01-15' }]);
    });

    it('only rehearses when asked to', async () => {
      const report = await whole({ dryRun: true });
      expect(fileOf(report, 'Opportunity.csv').counts).toMatchObject({ created: 4 });
      const { accounts } = await harness.get<{ accounts: { nodes: unknown[] } }>(SEEN);
      expect(accounts.nodes).toEqual([]);
    });
  });

  describe('from a list of renewals', () => {
    const columns = {
      id: 'Number',
      account: 'Customer',
      kind: 'What',
      occurredOn: 'When',
      amount: 'Value',
      currency: 'Cur',
      reason: 'Why',
    };
    const HEADER = 'Number,Customer,What,When,Value,Cur,Why\n';
    const ROWS = ['1,c1,Renewed,2024-01-31,1200.50,CHF,', '2,c1,Upsell,2024-05-01,300,CHF,More seats'];

    async function load(rows: readonly string[], without: (keyof typeof columns)[] = []) {
      const customers = harness.write('customers.csv', 'No,Name\nc1,Nordic Mills\nc2,Solent Yards\n');
      const renewals = harness.write('renewals.csv', `${HEADER}${rows.join('\n')}\n`);
      const kept = Object.fromEntries(
        Object.entries(columns).filter(([field]) => !without.includes(field as keyof typeof columns)),
      );
      const mapping = {
        system: 'erp',
        files: [
          { file: 'customers.csv', kind: 'accounts', columns: { id: 'No', name: 'Name' } },
          { file: 'renewals.csv', kind: 'loyaltyEvents', columns: kept },
        ],
      };
      return fileOf(await harness.import('csv', [customers, renewals], { mapping }), 'renewals.csv');
    }

    it('takes over account, kind, day, amount, currency, reason and id', async () => {
      expect(await load(ROWS)).toMatchObject({ kind: 'loyaltyEvents', counts: { created: 2, rejected: 0 } });
      expect(await events('Nordic Mills')).toEqual([
        {
          kind: 'EXPANDED',
          occurredOn: '2024-05-01',
          amount: { amount: '300', currency: 'CHF' },
          reason: 'More seats',
          external: { system: 'erp', id: '2' },
          supersededBy: null,
        },
        expect.objectContaining({
          kind: 'RENEWED',
          amount: { amount: '1200.50', currency: 'CHF' },
          reason: null,
        }),
      ]);
    });

    it.each([
      ['RENEWED', ['RENEWED', 'renewal', 'Extension']],
      ['EXPANDED', ['Expanded', 'up-sell', 'Cross Sell', 'Add-On', 'Upgrade']],
      ['CONTRACTED', ['contraction', 'Downsell', 'Down-grade']],
      ['LOST', ['Lost', 'CHURN', 'Churned', 'Cancelled', 'not renewed']],
      ['WON_BACK', ['WON_BACK', 'won back', 'Win-back', 'Reactivated']],
      ['REFERRED', ['Referral', 'referred']],
    ])('understands every spelling of %s', async (kind, spellings) => {
      await load(spellings.map((word, index) => `${index},c1,${word},2024-01-0${index + 1},,,`));
      expect((await events('Nordic Mills')).map((event) => event.kind)).toEqual(spellings.map(() => kind));
    });

    it('refuses words it does not know, amounts below nothing, days to come and strangers, with row and value', async () => {
      const report = await load([
        '1,c1,Paused,2024-01-31,,,',
        '2,c1,,2024-01-31,,,',
        '3,c9,Lost,2024-01-31,,,',
        '4,c1,Lost,2027-01-31,,,',
        '5,c1,Contracted,2024-01-31,-300,CHF,',
        '6,c2,Lost,2024-01-31,,,',
        '6,c2,Lost,2024-02-28,,,',
      ]);
      expect(report.counts).toMatchObject({ created: 1, rejected: 6 });
      const list = failedRows();
      for (const line of [
        /renewals\.csv,2,What,Paused,"?The value is none of RENEWED, EXPANDED/,
        /renewals\.csv,3,What,,The row does not say what happened/,
        /renewals\.csv,4,Customer,c9,"?No account with this id exists/,
        /renewals\.csv,5,When,2027-01-31,A loyalty event is recorded once it has happened/,
        /renewals\.csv,6,Value,'-300,An amount of zero or more is needed/,
        /renewals\.csv,8,Number,6,Line 7 is about the same record already/,
      ]) {
        expect(list).toMatch(line);
      }
      expect((await account('Solent Yards')).lostOn).toBe('2024-01-31');
    });

    it('knows every event again; one in other words takes the place of the one before', async () => {
      await load(ROWS);
      expect((await load(ROWS)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
      const changed = ROWS.map((row) => row.replace('1200.50', '1300'));
      expect((await load(changed)).counts).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
      expect(await events('Nordic Mills')).toHaveLength(3);
    });

    it('knows events without ids by account, kind and day', async () => {
      await load(ROWS, ['id']);
      expect((await load(ROWS, ['id'])).counts).toMatchObject({ created: 0, unchanged: 2 });
      const changed = ROWS.map((row) => row.replace('1200.50', '1300'));
      expect((await load(changed, ['id'])).counts).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    });

    it('keeps a correction by a person through the next import of the same list', async () => {
      await load(['1,c1,Lost,2024-01-31,,,']);
      const { accounts } = await harness.get<{
        accounts: { nodes: { loyaltyEvents: { nodes: { id: string }[] } }[] };
      }>('{ accounts(filter: { lost: true }) { nodes { loyaltyEvents { nodes { id } } } } }');
      const id = accounts.nodes[0]?.loyaltyEvents.nodes[0]?.id;
      await harness.get(
        'mutation ($id: ID!) { withdrawLoyaltyEvent(id: $id, reason: "Another customer of that name") { id } }',
        { id },
      );
      expect((await load(['1,c1,Lost,2024-01-31,,,'])).counts).toMatchObject({ unchanged: 1 });
      expect((await account('Nordic Mills')).lostOn).toBeNull();
    });
  });
});
