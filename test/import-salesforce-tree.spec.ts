import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, fixture, ImportHarness } from './import-harness.js';
import { accountsIn, type AccountSeen } from './import-seen.js';

describe('importing record trees and odd files of Salesforce', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  const accounts = (): Promise<Map<string, AccountSeen>> => accountsIn(harness);

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
