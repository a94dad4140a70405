import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, ImportHarness } from './import-harness.js';

const OURS = { column: 'Bereich', values: { Vertrieb: 'SALES', Monteure: 'FIELD' } };

const MAPPING = {
  system: 'erp',
  files: [
    { file: 'firms.csv', kind: 'accounts', columns: { id: 'No', name: 'Firm', segment: 'Branche' } },
    {
      file: 'people.csv',
      kind: 'stakeholders',
      columns: { id: 'Id', account: 'Firm', fullName: 'Name', email: 'Mail' },
    },
    {
      file: 'learned.csv',
      kind: 'insights',
      columns: {
        id: 'Nr',
        account: 'Firm',
        segment: 'Branche',
        ourFunction: OURS,
        statement: 'Was',
        heardFrom: 'Von',
        heardFromEmail: 'Mail',
        learnedAt: 'Am',
      },
    },
    {
      file: 'shown.csv',
      kind: 'teachings',
      columns: {
        id: 'Nr',
        account: 'Firm',
        stakeholders: 'Wem',
        stakeholderEmail: 'Mail',
        topic: 'Thema',
        ourFunction: OURS,
        taughtAt: 'Am',
        response: { column: 'Echo', values: { gut: 'TOWARD_PARTNERSHIP', offen: 'NEUTRAL', '-': null } },
      },
    },
  ],
};

const FILES = {
  'firms.csv': 'No,Firm,Branche\nA,Alster Bau,Bau\nI,Isar Werke,Bau\n',
  'people.csv':
    'Id,Firm,Name,Mail\na1,A,Anna Vogt,anna@alster.test\na2,A,Ole Brandt,ole@alster.test\ni1,I,Ida Moor,ida@isar.test\n',
  'learned.csv': [
    'Nr,Firm,Branche,Bereich,Was,Von,Mail,Am',
    '1,A,,Monteure,Half of the beams are cut twice,a1;a2,,2026-10-01',
    '2,A,,Vertrieb,The board wants figures first,,ANNA@alster.test,2026-10-02T08:30:00Z',
    '3,,Bau,Vertrieb,Steel is bought by the quarter,,,2026-10-03',
    '4,A,Bau,Vertrieb,Both at once,,,2026-10-03',
    '5,A,,Kantine,Unlisted function,,,2026-10-03',
    '6,A,,Vertrieb,Heard elsewhere,i1,,2026-10-03',
    '7,A,,Vertrieb,Heard from nobody known,,nobody@alster.test,2026-10-03',
    '8,A,,Vertrieb,Not yet learned,,,2027-01-01',
    '9,A,,Vertrieb,Heard from no id,a9,,2026-10-03',
  ].join('\n'),
  'shown.csv': [
    'Nr,Firm,Wem,Mail,Thema,Bereich,Am,Echo',
    '1,A,a1,ole@alster.test,What a second cut costs,Vertrieb,2026-10-10,gut',
    '2,A,a2,,Safe lifting,,2026-10-11,-',
    '3,A,,,Shown to nobody,Vertrieb,2026-10-11,gut',
    '4,A,a1,,An unlisted echo,Vertrieb,2026-10-11,laut',
    '5,X,a1,,No such firm,Vertrieb,2026-10-11,gut',
  ].join('\n'),
};

const SEEN = `{ insights(first: 10) { nodes { statement ourFunction segment learnedAt account { name } heardFrom { fullName } } }
  accounts(first: 10) { nodes { name teachings(first: 10) { nodes { topic ourFunction response taughtAt stakeholders { fullName } } } } } }`;

interface Seen {
  insights: { nodes: { statement: string; heardFrom: { fullName: string }[] }[] };
  accounts: { nodes: { name: string; teachings: { nodes: { stakeholders: { fullName: string }[] }[] } }[] };
}

describe('importing what was learned and what was shown', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  const whole = () => {
    const paths = Object.entries(FILES).map(([name, content]) => harness.write(name, content));
    return harness.import('csv', paths, { mapping: MAPPING });
  };
  const names = (people: readonly { fullName: string }[]) => people.map(({ fullName }) => fullName).sort();

  it('takes over insights about accounts and segments, with whom they were heard from', async () => {
    const report = await whole();
    expect(fileOf(report, 'learned.csv')).toMatchObject({
      kind: 'insights',
      counts: { rows: 9, created: 3, rejected: 6 },
    });
    const { insights } = await harness.get<Seen>(SEEN);
    expect(insights.nodes).toMatchObject([
      { segment: 'Bau', account: null, ourFunction: 'SALES', learnedAt: '2026-10-03T00:00:00.000Z' },
      { account: { name: 'Alster Bau' }, ourFunction: 'SALES', learnedAt: '2026-10-02T08:30:00.000Z' },
      { statement: 'Half of the beams are cut twice', ourFunction: 'FIELD', segment: null },
    ]);
    expect(insights.nodes.map(({ heardFrom }) => names(heardFrom))).toEqual([
      [],
      ['Anna Vogt'],
      ['Anna Vogt', 'Ole Brandt'],
    ]);
  });

  it('takes over what was shown to whom, and how they took it', async () => {
    const report = await whole();
    expect(fileOf(report, 'shown.csv')).toMatchObject({
      kind: 'teachings',
      counts: { rows: 5, created: 2, rejected: 3 },
    });
    const { accounts } = await harness.get<Seen>(SEEN);
    const shown = accounts.nodes.find(({ name }) => name === 'Alster Bau')?.teachings.nodes ?? [];
    expect(shown).toMatchObject([
      { topic: 'Safe lifting', ourFunction: null, response: null },
      { topic: 'What a second cut costs', ourFunction: 'SALES', response: 'TOWARD_PARTNERSHIP' },
    ]);
    expect(shown.map(({ stakeholders }) => names(stakeholders))).toEqual([
      ['Ole Brandt'],
      ['Anna Vogt', 'Ole Brandt'],
    ]);
  });

  it('lists the rows that make no sense, each with its column and the reason', async () => {
    await whole();
    const list = readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8');
    expect(list).toMatch(/learned\.csv,5,Firm,A,.*exactly one/);
    expect(list).toMatch(/learned\.csv,6,Bereich,Kantine,The table of values/);
    expect(list).toMatch(/learned\.csv,7,Von,i1,This stakeholder sits at another account/);
    expect(list).toMatch(/learned\.csv,8,Mail,nobody@alster\.test,"Nobody with this e-mail/);
    expect(list).toMatch(/learned\.csv,9,Am,2027-01-01,/);
    expect(list).toMatch(/learned\.csv,10,Von,a9,"Nobody with this id exists/);
    expect(list).toMatch(/shown\.csv,4,.*names nobody/);
    expect(list).toMatch(/shown\.csv,5,Echo,laut,The table of values/);
    expect(list).toMatch(/shown\.csv,6,Firm,X,"No account with this id exists/);
  });

  it('recognises everything again the second time', async () => {
    await whole();
    const again = await whole();
    expect(fileOf(again, 'learned.csv').counts).toMatchObject({ created: 0, unchanged: 3, rejected: 6 });
    expect(fileOf(again, 'shown.csv').counts).toMatchObject({ created: 0, unchanged: 2, rejected: 3 });
    const { insights } = await harness.get<Seen>(SEEN);
    expect(insights.nodes).toHaveLength(3);
  });

  it('says which of them came in other words, about other people or another account, and rewrites none', async () => {
    await whole();
    const differing = async (name: 'learned.csv' | 'shown.csv', from: string, to: string) => {
      const files = { ...FILES, [name]: FILES[name].replace(from, to) };
      const paths = Object.entries(files).map(([file, content]) => harness.write(file, content));
      const report = await harness.import('csv', paths, { mapping: MAPPING });
      return fileOf(report, name).warnings.filter(({ code }) => code === 'DIFFERS_FROM_RECORDED');
    };
    const first = [expect.objectContaining({ count: 1, examples: [{ line: 2, value: '1' }] })];
    expect(await differing('learned.csv', 'cut twice', 'cut once')).toEqual(first);
    expect(await differing('learned.csv', 'a1;a2', 'a1')).toEqual(first);
    expect(await differing('learned.csv', '1,A,,Monteure', '1,I,,Monteure')).toEqual(first);
    expect(await differing('learned.csv', '2026-10-01', '2026-10-01T00:00:00Z')).toEqual([]);
    expect(await differing('shown.csv', '2026-10-10,gut', '2026-10-10,offen')).toEqual(first);
    expect(await differing('shown.csv', '1,A,a1,ole@alster.test', '1,A,a1,')).toEqual(first);
    expect(await differing('shown.csv', 'a1,ole@alster.test', 'a2,anna@alster.test')).toEqual([]);
    const { insights } = await harness.get<Seen>(SEEN);
    expect(insights.nodes.map(({ statement }) => statement)).toContain('Half of the beams are cut twice');
  });

  it('refuses a file of which nothing could be known: neither account nor segment, or nobody it was shown to', async () => {
    const columns = { id: 'Nr', statement: 'Was', learnedAt: 'Am', ourFunction: { value: 'SALES' } };
    const mapping = { files: [{ file: 'learned.csv', kind: 'insights', columns }] };
    const path = harness.write('learned.csv', FILES['learned.csv']);
    const report = await harness.import('csv', path, { mapping });
    expect(fileOf(report, 'learned.csv')).toMatchObject({ status: 'REFUSED' });
    expect(fileOf(report, 'learned.csv').reason).toContain('account or segment');
  });
});
