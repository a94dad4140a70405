import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSql } from './direct-sql.js';
import { ImportHarness } from './import-harness.js';

/** More than two batches. */
const MANY = 2_300;

const HEADER = 'Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs';
const contact = (number: number, { id = String(number), title = 'Clerk', who = number, company = 1 } = {}) =>
  `${id},First${who},Last${who},p${who}@harbour.test,${title},${company}`;

describe('a batch of an import that is worked out while the one before is written', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.newTenant();
    const companies = ['Record ID,Company name', '1,Harbour', '2,Quay', ''].join('\n');
    await harness.import('hubspot', harness.write('companies.csv', companies));
  });

  const contacts = (change: (number: number) => string = contact): string =>
    harness.write(
      'contacts.csv',
      [HEADER, ...Array.from({ length: MANY }, (_, n) => change(n + 1)), ''].join('\n'),
    );
  const count = async (what: string, table: string): Promise<number> => {
    const text = `SELECT count(${what})::int AS rows FROM ${table} WHERE tenant_id = $1`;
    return (
      (await runSql<{ rows: number }>(harness.service.database.url, text, [harness.tenantId]))[0]?.rows ?? 0
    );
  };

  it('brings in everybody once, with their history, and nothing the second time', async () => {
    const report = await harness.import('hubspot', contacts());
    expect(report.totals).toMatchObject({ rows: MANY, created: MANY, rejected: 0 });
    for (const table of ['stakeholders', 'people', 'stakeholder_states', 'stakeholder_external_ids'])
      expect(await count('*', table)).toBe(MANY);
    const again = await harness.import('hubspot', contacts());
    expect(again.totals).toMatchObject({ rows: MANY, created: 0, updated: 0, unchanged: MANY });
    expect(await count('*', 'stakeholder_states')).toBe(MANY);
  });

  it('knows the person who came with the batch before, at another company', async () => {
    const file = contacts((n) => contact(n, n === 1_500 ? { who: 7, company: 2 } : {}));
    expect((await harness.import('hubspot', file)).totals.created).toBe(MANY);
    expect(await count('DISTINCT person_id', 'stakeholders')).toBe(MANY - 1);
    expect(await count('*', 'people')).toBe(MANY - 1);
  });

  it('finds whom a row without an id means in the batch before', async () => {
    const file = contacts((n) =>
      contact(n, n === 1_001 ? { id: '', who: 1_000, title: 'Chief Executive Officer' } : {}),
    );
    const { totals } = await harness.import('hubspot', file);
    expect(totals).toMatchObject({ created: MANY - 1, updated: 1, rejected: 0 });
  });

  it('notices at its turn that somebody else has brought the same people meanwhile', async () => {
    const file = contacts();
    const reports = await Promise.all([harness.import('hubspot', file), harness.import('hubspot', file)]);
    const sum = (part: 'created' | 'unchanged' | 'rejected'): number =>
      reports.reduce((all, { totals }) => all + totals[part], 0);
    expect([sum('created'), sum('unchanged'), sum('rejected')]).toEqual([MANY, MANY, 0]);
    expect(await count('*', 'stakeholders')).toBe(MANY);
    expect(await count('*', 'people')).toBe(MANY);
  });

  it('lists its bad rows after those of the one before, whatever is wrong with them', async () => {
    const bad = (n: number): string =>
      n % 500 === 0 ? contact(n, { company: 9 }) : `${contact(n)},one cell more`;
    const file = contacts((n) => (n % 250 === 0 ? bad(n) : contact(n)));
    const { totals } = await harness.import('hubspot', file);
    expect(totals).toMatchObject({ created: MANY - 9, rejected: 9 });
    const listed = readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8').trim().split('\n').slice(1);
    const batches = listed.map((line) => Math.floor((Number(line.split(',')[1]) - 2) / 1_000));
    expect(batches).toEqual([...batches].sort());
  });
});
