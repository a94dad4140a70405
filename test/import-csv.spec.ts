import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POINTS_OF_CONNECTION } from '../src/domain/instruments/built-in.js';
import { fileOf, fixture, ImportHarness } from './import-harness.js';

const MAPPING = JSON.parse(readFileSync(fixture('csv', 'mapping.json'), 'utf8')) as object;

const ALL = `{ accounts(first: 10) { nodes { name structure structureBasis annualValue { amount currency } renewalOn
  stakeholders(first: 10) { nodes { fullName level levelBasis roles answers { nodes { instrument score answeredAt comment } } } }
  interactions(first: 10) { nodes { channel occurredAt } } } } }`;

describe('importing plain CSV files', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  const whole = (): Promise<unknown> =>
    harness.import('csv', fixture('csv'), { mapping: MAPPING, timeZone: 'Europe/Berlin' });

  it('takes over accounts, people, visits and a survey as the mapping says', async () => {
    await whole();
    const { accounts } = await harness.get<{ accounts: { nodes: { name: string }[] } }>(ALL);
    expect(accounts.nodes.find(({ name }) => name === 'Alster Bau')).toMatchObject({
      structure: 'HIERARCHICAL',
      structureBasis: 'STATED',
      annualValue: { amount: '1200.50', currency: 'CHF' },
      renewalOn: '2026-12-31',
      interactions: { nodes: [{ channel: 'VISIT', occurredAt: '2026-10-01T12:00:00.000Z' }] },
    });
    expect(accounts.nodes.find(({ name }) => name === 'Isar Werke')).toMatchObject({
      renewalOn: '2027-02-01',
      structure: 'FLAT',
    });
    const { stakeholders } = accounts.nodes.find(({ name }) => name === 'Alster Bau') as unknown as {
      stakeholders: { nodes: { fullName: string }[] };
    };
    expect(stakeholders.nodes.find(({ fullName }) => fullName === 'Anna Vogt')).toMatchObject({
      level: 'MANAGEMENT',
      levelBasis: 'STATED',
      roles: ['CHAMPION', 'DECISION_MAKER'],
      answers: {
        nodes: [{ instrument: 'NPS', score: 90, answeredAt: '2026-08-31T22:00:00.000Z', comment: 'Gut' }],
      },
    });
  });

  it('takes no annual value over to a department of ours, and says in which row one stood', async () => {
    const path = harness.write(
      'units.csv',
      'No,Name,Kind,Value\n1,Finance,INTERNAL,\n2,Logistics,INTERNAL,500\n3,Acme,CUSTOMER,700\n',
    );
    const columns = {
      id: 'No',
      name: 'Name',
      kind: 'Kind',
      annualValue: 'Value',
      currency: { value: 'EUR' },
    };
    const mapping = { system: 'erp', files: [{ file: 'units.csv', kind: 'accounts', columns }] };
    const report = await harness.import('csv', path, { mapping });
    expect(fileOf(report, 'units.csv').counts).toMatchObject({ created: 2, rejected: 1 });
    expect(readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8')).toMatch(
      /units\.csv,3,Value,500,"A department of ours has no annual value/,
    );
    const { accounts } = await harness.get<{ accounts: { nodes: object[] } }>(
      '{ accounts { nodes { name kind annualValue { amount } } } }',
    );
    expect(accounts.nodes).toEqual([
      { name: 'Acme', kind: 'CUSTOMER', annualValue: { amount: '700' } },
      { name: 'Finance', kind: 'INTERNAL', annualValue: null },
    ]);
  });

  it('rejects what the table of values does not list, an impossible answer, and one by nobody known', async () => {
    const report = (await whole()) as Awaited<ReturnType<ImportHarness['import']>>;
    expect(fileOf(report, 'people.csv').counts).toMatchObject({ created: 2, rejected: 1 });
    expect(fileOf(report, 'survey.csv').counts).toMatchObject({ created: 1, rejected: 2 });
    const list = readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8');
    expect(list).toMatch(/people\.csv,4,Stufe,\?,The table of values/);
    expect(list).toMatch(/survey\.csv,3,Note,11,The answer is outside/);
    expect(list).toMatch(/survey\.csv,4,Adresse,niemand@alster\.test,/);
  });

  it('recognises every answer, visit and person again, though the survey has no ids', async () => {
    await whole();
    const again = (await whole()) as Awaited<ReturnType<ImportHarness['import']>>;
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: 6 });
  });

  it('reads ratings per item, and choices', async () => {
    await whole();
    const file = harness.write(
      'points.csv',
      'Mail,When,A,B,C,D,Again\nanna@alster.test,2026-09-02,5,4,3,4,yes\n',
    );
    const codes = POINTS_OF_CONNECTION.items.map(({ code }) => code);
    const base = { stakeholderEmail: 'Mail', answeredAt: 'When' };
    const items = Object.fromEntries(
      ['A', 'B', 'C', 'D'].map((column, index) => [`items.${codes[index]}`, column]),
    );
    const answers = {
      file: 'points.csv',
      kind: 'answers',
      columns: { ...base, ...items, instrument: { value: 'POINTS_OF_CONNECTION' } },
    };
    expect((await harness.import('csv', file, { mapping: { files: [answers] } })).totals).toMatchObject({
      created: 1,
    });
    const again = {
      file: 'points.csv',
      kind: 'answers',
      columns: { ...base, value: 'Again', instrument: { value: 'REPURCHASE' } },
    };
    expect((await harness.import('csv', file, { mapping: { files: [again] } })).totals).toMatchObject({
      created: 1,
    });
  });

  it('needs a mapping, and refuses one that does not fit the files', async () => {
    await expect(harness.import('csv', fixture('csv'))).rejects.toMatchObject({ code: 'MAPPING_NEEDED' });
    const file = harness.write('a.csv', 'No,Name,Birthday\n1,A,1980-01-01\n');
    const refusal = (columns: object, kind = 'accounts', name = 'a.csv') =>
      harness.import('csv', file, { mapping: { files: [{ file: name, kind, columns }] } });
    await expect(refusal({ id: 'No', name: 'Nmae' })).rejects.toMatchObject({
      code: 'UNKNOWN_COLUMN',
      details: { column: 'Nmae' },
    });
    await expect(refusal({ id: 'No', shoe: 'Name' })).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' });
    await expect(refusal({ id: 'No', structure: 'Name' })).rejects.toMatchObject({ code: 'VALUES_NEEDED' });
    await expect(refusal({ id: 'No', name: 'Birthday' })).rejects.toMatchObject({ code: 'SENSITIVE_COLUMN' });
    await expect(refusal({ id: 'No' }, 'accounts', 'b.csv')).rejects.toMatchObject({ code: 'NO_SUCH_FILE' });
    const table = { column: 'Name', values: { A: 'BOSSY' } };
    await expect(refusal({ id: 'No', structure: table })).rejects.toMatchObject({ code: 'UNKNOWN_VALUE' });
    const { accounts } = await harness.get<{ accounts: { totalCount: number } }>(
      '{ accounts { totalCount } }',
    );
    expect(accounts.totalCount).toBe(0);
  });
});
