import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, fixture, ImportHarness } from './import-harness.js';

const HEADER = 'Id,AccountId,FirstName,LastName,Email,Title,ReportsToId';
const id = (number: number): string => `0035g00000P${String(number).padStart(4, '0')}`;
const contact = (number: number, title = 'Clerk', boss = ''): string =>
  `${id(number)},0015g00000LmNoP,First${number},Last${number},p${number}@harbour.test,${title},${boss}`;

interface Seen {
  accounts: {
    nodes: {
      stakeholders: {
        totalCount: number;
        nodes: {
          id: string;
          fullName: string;
          title: string;
          version: number;
          level: string;
          endedOn: string | null;
          reportsTo: { fullName: string } | null;
        }[];
      };
    }[];
  };
}
const PEOPLE = `{ accounts(first: 1, filter: { search: "Nord" }) { nodes { stakeholders(first: 100) { totalCount nodes { id fullName title version level
  endedOn reportsTo { fullName } } } } } }`;

describe('importing again', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  const people = async () => (await harness.get<Seen>(PEOPLE)).accounts.nodes[0]?.stakeholders;
  const accounts = (): Promise<unknown> =>
    harness.import('salesforce', join(fixture('salesforce-export'), 'Account.csv'));
  const contacts = (rows: readonly string[], folder = 'export'): string =>
    harness.write(`${folder}/Contact.csv`, [HEADER, ...rows, ''].join('\n'));

  it('reports everything unchanged when nothing has changed', async () => {
    const first = await harness.import('salesforce', fixture('salesforce-export'));
    const again = await harness.import('salesforce', fixture('salesforce-export'));
    expect(again.totals).toEqual({
      ...first.totals,
      created: 0,
      updated: 0,
      unchanged: first.totals.created,
    });
    expect(again.vanished).toEqual([]);
  });

  it('updates only what changed, and a blank cell changes nothing', async () => {
    await accounts();
    await harness.import('salesforce', contacts([contact(1), contact(2), contact(3)]));
    const report = await harness.import(
      'salesforce',
      contacts([contact(1, 'Head of Stock'), contact(2, ''), contact(3)]),
    );
    expect(report.totals).toMatchObject({ updated: 1, unchanged: 2, created: 0 });
    const seen = (await people())?.nodes ?? [];
    expect(seen.map(({ fullName, title, version }) => [fullName, title, version]).sort()).toEqual([
      ['First1 Last1', 'Head of Stock', 2],
      ['First2 Last2', 'Clerk', 1],
      ['First3 Last3', 'Clerk', 1],
    ]);
  });

  it('keeps a level that a person stated', async () => {
    await accounts();
    await harness.import('salesforce', contacts([contact(1)]));
    const stated = (await people())?.nodes[0]?.id ?? '';
    await harness.get(
      `mutation State($id: ID!, $account: ExternalIdInput!) {
        upsertStakeholders(stakeholders: [{ id: $id, account: { external: $account }, level: MANAGEMENT }]) { results { status } } }`,
      { id: stated, account: { system: 'salesforce', id: '0015g00000LmNoPAAV' } },
    );
    expect((await people())?.nodes[0]?.level).toBe('MANAGEMENT');
    const columns = { level: { column: 'Title', values: { '*': 'OPERATIONS' } } };
    const mapping = { files: [{ object: 'Contact', columns }] };
    await harness.import('salesforce', contacts([contact(1, 'Packer')]), { mapping });
    expect((await people())?.nodes[0]).toMatchObject({ title: 'Packer', level: 'MANAGEMENT' });
  });

  it('sets reporting lines once everybody is in, and moves one that has changed', async () => {
    await accounts();
    const rows = [contact(1, 'Clerk', id(2)), contact(2, 'Clerk', id(3)), contact(3)];
    await harness.import('salesforce', contacts(rows));
    const lines = async () =>
      ((await people())?.nodes ?? [])
        .map(({ fullName, reportsTo }) => [fullName, reportsTo?.fullName])
        .sort();
    expect(await lines()).toEqual([
      ['First1 Last1', 'First2 Last2'],
      ['First2 Last2', 'First3 Last3'],
      ['First3 Last3', undefined],
    ]);
    expect((await harness.import('salesforce', contacts(rows))).totals).toMatchObject({
      unchanged: 3,
      updated: 0,
    });
    const moved = await harness.import(
      'salesforce',
      contacts([contact(1, 'Clerk', id(3)), ...rows.slice(1)]),
    );
    expect(moved.totals).toMatchObject({ unchanged: 2, updated: 1 });
  });

  it('takes in people who report to nobody known, or to each other, without that line', async () => {
    await accounts();
    const report = await harness.import(
      'salesforce',
      contacts([contact(1, 'Clerk', id(9)), contact(2, 'Clerk', id(3)), contact(3, 'Clerk', id(2))]),
    );
    expect(report.totals).toMatchObject({ created: 3, rejected: 0 });
    expect(report.files[0]?.warnings).toContainEqual(expect.objectContaining({ code: 'REFERENCE_OPEN' }));
    expect(report.complete).toBe(false);
    expect((await people())?.totalCount).toBe(3);
  });

  it('says who is no longer in a whole export, and ends nobody', async () => {
    await accounts();
    const folder = join(contacts([contact(1), contact(2)]), '..');
    await harness.import('salesforce', folder);
    contacts([contact(1)]);
    const report = await harness.import('salesforce', folder);
    expect(report.vanished).toEqual([
      {
        kind: 'stakeholders',
        system: 'salesforce',
        count: 1,
        examples: [expect.objectContaining({ name: 'First2 Last2', account: 'Harbour Freight Nord' })],
      },
    ]);
    expect((await people())?.nodes.map(({ endedOn }) => endedOn)).toEqual([null, null]);
    const single = await harness.import('salesforce', join(folder, 'Contact.csv'));
    expect(single.vanished).toEqual([]);
    const full = await harness.import('salesforce', join(folder, 'Contact.csv'), { full: true });
    expect(full.vanished).toMatchObject([{ count: 1 }]);
  });

  it('is completed by a second run after it ended half-way, without duplicates', async () => {
    await accounts();
    const file = contacts(
      Array.from({ length: 1_200 }, (_, index) => contact(index, 'Clerk', index === 1 ? id(1_199) : '')),
    );
    const stopAt = 1_000;
    const ended = harness.import('salesforce', file, {}, ({ rows }) => {
      if (rows >= stopAt) throw new Error('The power went out.');
    });
    await expect(ended).rejects.toThrow('The power went out.');
    expect((await people())?.totalCount).toBe(stopAt);
    const second = await harness.import('salesforce', file);
    expect(second.totals).toMatchObject({ rows: 1_200, created: 200, updated: 0, unchanged: 1_000 });
    expect((await people())?.totalCount).toBe(1_200);
  });

  it('rehearses with the same counts and writes nothing but the list of failed rows', async () => {
    const rehearsed = await harness.import('salesforce', fixture('salesforce-export'), { dryRun: true });
    const { accounts: none } = await harness.get<{ accounts: { totalCount: number } }>(
      '{ accounts { totalCount } }',
    );
    expect(none.totalCount).toBe(0);
    expect(existsSync(join(harness.folder, 'failed-rows.csv'))).toBe(true);
    const real = await harness.import('salesforce', fixture('salesforce-export'));
    expect({ ...rehearsed, dryRun: false, judging: real.judging }).toEqual(real);
    expect(fileOf(real, 'Contact.csv').counts.created).toBe(3);
  });
});
