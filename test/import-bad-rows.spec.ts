import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, fixture, ImportHarness } from './import-harness.js';

const VISITS = 'Id,WhoId,AccountId,StartDateTime,Subject';
const visit = (number: number, at: string): string =>
  `00U5g00000Ev${String(number).padStart(3, '0')},0035g00000AaBbD,0015g00000LmNoP,${at},Talk`;

describe('rows and columns that cannot be trusted', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  const names = async (): Promise<string[]> => {
    const { accounts } = await harness.get<{ accounts: { nodes: { name: string }[] } }>(
      '{ accounts(first: 50) { nodes { name } } }',
    );
    return accounts.nodes.map(({ name }) => name);
  };
  const base = async (): Promise<void> => {
    const folder = fixture('salesforce-export');
    await harness.import('salesforce', [join(folder, 'Account.csv'), join(folder, 'Contact.csv')]);
  };

  it('never makes companies of surnames when the cells of a row have shifted', async () => {
    const file = harness.write(
      'Account.csv',
      'Id,Name,Industry\n0015g00000LmNoP,Sound,Retail\n0015g00000LmNoQ,Shifted,by,one cell\n0015g00000LmNoR,Short\n',
    );
    const report = await harness.import('salesforce', file);
    expect(report.totals).toMatchObject({ rows: 3, created: 1, rejected: 2 });
    expect(await names()).toEqual(['Sound']);
  });

  it('imports a mended list of failed rows, and removes the list when nothing fails any more', async () => {
    const file = harness.write('Account.csv', 'Id,Name\n0015g00000LmNoP,Sound\n,Without id\n');
    const report = await harness.import('salesforce', file);
    const list = report.failedRows.importAgain ?? '';
    writeFileSync(list, readFileSync(list, 'utf8').replace(',Without id', '0015g00000LmNoQ,With id'));
    const mended = await harness.import('salesforce', list, { failedRows: join(harness.folder, 'second') });
    expect(mended.totals).toMatchObject({ rows: 1, created: 1, rejected: 0 });
    expect(mended.files[0]).toMatchObject({ file: 'Account.csv', object: 'Account' });
    expect(mended.failedRows.path).toBeNull();
    expect((await names()).sort()).toEqual(['Sound', 'With id']);
  });

  it('rejects a second row about the same record, because only one of the two can be right', async () => {
    const file = harness.write('Account.csv', 'Id,Name\n0015g00000LmNoP,First\n0015g00000LmNoPAAV,Second\n');
    expect((await harness.import('salesforce', file)).totals).toMatchObject({ created: 1, rejected: 1 });
    expect(await names()).toEqual(['First']);
    expect(readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8')).toContain(
      'Line 2 is about the same record',
    );
  });

  it('refuses a file whose dates could be read both ways, until told; the others come in', async () => {
    await base();
    const file = harness.write(
      'Event.csv',
      [VISITS, visit(1, '03/04/2026'), visit(2, '05/06/2026'), ''].join('\n'),
    );
    const report = await harness.import('salesforce', [
      file,
      join(fixture('salesforce-export'), 'Account.csv'),
    ]);
    expect(fileOf(report, 'Event.csv')).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining('--date-order') as string,
    });
    expect(fileOf(report, 'Account.csv').counts).toMatchObject({ unchanged: 3 });
    expect(report.complete).toBe(false);
    expect((await harness.import('salesforce', file, { dateOrder: 'DMY' })).totals).toMatchObject({
      created: 2,
    });
    const { accounts } = await harness.get<{
      accounts: { nodes: { interactions: { nodes: { occurredAt: string }[] } }[] };
    }>(
      '{ accounts(first: 1, filter: { search: "Nord" }) { nodes { interactions(first: 5) { nodes { occurredAt } } } } }',
    );
    expect(accounts.nodes[0]?.interactions.nodes.map(({ occurredAt }) => occurredAt)).toEqual([
      '2026-06-05T00:00:00.000Z',
      '2026-04-03T00:00:00.000Z',
    ]);
  });

  it('reads dates in the order that other dates of the column prove', async () => {
    await base();
    const file = harness.write(
      'Event.csv',
      [VISITS, visit(1, '03/04/2026'), visit(2, '06/25/2026'), ''].join('\n'),
    );
    expect((await harness.import('salesforce', file)).totals).toMatchObject({ created: 2 });
  });

  it('leaves a refused column out where the rows make sense without it', async () => {
    const mapping = { files: [{ object: 'Account', columns: { renewalOn: 'Renewal__c' } }] };
    const file = harness.write('Account.csv', 'Id,Name,Renewal__c\n0015g00000LmNoP,Sound,03/04/2027\n');
    const report = await harness.import('salesforce', file, { mapping });
    expect(report.files[0]).toMatchObject({ status: 'IMPORTED', counts: { created: 1 } });
    expect(report.files[0]?.columns?.refused).toMatchObject([{ column: 'Renewal__c', field: 'renewalOn' }]);
    expect(report.complete).toBe(false);
  });

  it('refuses amounts that could be read both ways, until told', async () => {
    const mapping = { files: [{ object: 'Account', columns: { annualValue: 'Value__c' } }] };
    const file = harness.write('Account.csv', 'Id,Name,Value__c\n0015g00000LmNoP,Sound,"1,234"\n');
    expect((await harness.import('salesforce', file, { mapping })).files[0]?.columns?.refused).toHaveLength(
      1,
    );
    await harness.import('salesforce', file, { mapping, decimal: 'POINT' });
    const { accounts } = await harness.get<{ accounts: { nodes: { annualValue: { amount: string } }[] } }>(
      '{ accounts { nodes { annualValue { amount } } } }',
    );
    expect(accounts.nodes[0]?.annualValue.amount).toBe('1234');
  });

  it('stores formulas, markup and control characters as text', async () => {
    const nasty = '=HYPERLINK("http://x.test") <script>alert(1)</script> \u0007bell';
    const file = harness.write('Account.csv', `Id,Name\n0015g00000LmNoP,"${nasty.replaceAll('"', '""')}"\n`);
    await harness.import('salesforce', file);
    expect(await names()).toEqual([nasty]);
  });

  it('refuses an unreadable file with a sentence, and imports the others', async () => {
    harness.write('mixed/Contact.csv', '');
    const account = harness.write('mixed/Account.csv', 'Id,Name\n0015g00000LmNoP,Sound\n');
    const report = await harness.import('salesforce', join(account, '..'));
    expect(fileOf(report, 'Contact.csv')).toMatchObject({ status: 'REFUSED', reason: 'The file is empty.' });
    expect(report.totals).toMatchObject({ created: 1 });
  });

  it('says at once that there is nothing at a path, or an option makes no sense', async () => {
    await expect(harness.import('salesforce', join(harness.folder, 'nowhere'))).rejects.toMatchObject({
      code: 'NO_SUCH_PATH',
    });
    const wrong = harness.import('salesforce', fixture('salesforce-export'), { timeZone: 'Mars/Base' });
    await expect(wrong).rejects.toMatchObject({ code: 'OPTION_NOT_KNOWN', details: { option: 'time-zone' } });
  });
});
