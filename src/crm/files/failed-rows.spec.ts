import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FailedRowsReport, type FailedRowsSummary } from './failed-rows.js';
import { readTable } from './read-table.js';
import type { Table } from './table.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'failed-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(file(name), 'utf8');

async function table(name: string, content: string): Promise<Table> {
  writeFileSync(file(name), content);
  return readTable(file(name));
}

/** Rejects every row of the tables: bad ones for their fault, good ones for their first cell. */
async function rejectAll(tables: readonly Table[]): Promise<FailedRowsSummary> {
  const report = new FailedRowsReport(folder, tables);
  for (const source of tables) {
    for await (const row of source.rows) {
      const failure = row.ok
        ? {
            line: row.line,
            column: source.columns[0] ?? null,
            value: row.original[0] ?? '',
            reason: 'Unknown.',
          }
        : row;
      await report.add(source, failure, row.original);
    }
  }
  return report.close();
}

describe('rejected rows can be mended and imported again', () => {
  const CONTENT = 'Name,file,value\n=1+1," a\nb ","x ""y"""\nshort\n';

  it('lists each row with line, column, value, reason and its cells as they came', async () => {
    const summary = await rejectAll([await table('Contact.csv', CONTENT)]);
    expect(summary).toEqual({ rows: 2, path: file('failed-rows.csv'), importAgain: file('failed-rows.csv') });
    expect(text('failed-rows.csv').split('\r\n').slice(0, 2)).toEqual([
      '\ufefffile,line,column,value,reason,Name,file,value',
      `Contact.csv,2,Name,'=1+1,Unknown.,=1+1," a\nb ","x ""y"""`,
    ]);
  });

  it('is read back as the same table, under the name of its source', async () => {
    const source = await table('Contact.csv', CONTENT);
    await rejectAll([source]);
    const again = await readTable(file('failed-rows.csv'));
    expect(again.sourceName).toBe('Contact.csv');
    expect(again.columns).toEqual(source.columns);
    const rows = [];
    for await (const row of again.rows) rows.push(row);
    expect(rows[0]).toMatchObject({ ok: true, original: ['=1+1', ' a\nb ', 'x "y"'] });
    expect(rows[1]).toMatchObject({ ok: false, fault: 'TOO_FEW_CELLS', original: ['short'] });
  });

  it('may replace the very file it was made from', async () => {
    await rejectAll([await table('Contact.csv', CONTENT)]);
    const before = text('failed-rows.csv')
      .split('\r\n')
      .map((line) => line.split(',').slice(5));
    await rejectAll([await readTable(file('failed-rows.csv'))]);
    expect(
      text('failed-rows.csv')
        .split('\r\n')
        .map((line) => line.split(',').slice(5)),
    ).toEqual(before);
  });

  it('sees through a spreadsheet that filled broken rows up with blanks, until the reason is cleared', async () => {
    await rejectAll([await table('Contact.csv', 'Name,City\n"Ann "x" Lee",Rome\nBob\n')]);
    const report = text('failed-rows.csv');
    const faults = async (content: string): Promise<unknown[]> => {
      const found: unknown[] = [];
      for await (const row of (await table('again.csv', content)).rows) found.push(row.ok || row.fault);
      return found;
    };
    const padded = report.replace(/Rome"\r\n/g, 'Rome",\r\n').replace(/Bob\r\n/g, 'Bob,\r\n');
    expect(await faults(padded)).toEqual(['NOT_MENDED', 'NOT_MENDED']);
    expect(await faults(padded.replace('Bob,\r\n', 'Bob,Bonn\r\n'))).toEqual(['NOT_MENDED', true]);
    expect(await faults(padded.replace(/"The row has fewer[^"]*"/, ''))).toEqual(['NOT_MENDED', true]);
  });

  it('gives each of several sources a file of its own beside an overview', async () => {
    const sources = [await table('Contact.csv', CONTENT), await table('Account.csv', 'Id,City\n1,Rome\n')];
    const summary = await rejectAll(sources);
    expect(summary).toMatchObject({ rows: 3, importAgain: file('failed-rows') });
    expect(text('failed-rows.csv').split('\r\n')[3]).toBe('Account.csv,2,Id,1,Unknown.');
    expect((await readTable(file('failed-rows/Account.csv'))).columns).toEqual(['Id', 'City']);
    await expect(readTable(file('failed-rows.csv'))).rejects.toMatchObject({ code: 'FAILURE_OVERVIEW' });
  });

  it('writes nothing when nothing failed, and removes a report that no longer holds', async () => {
    const source = await table('Contact.csv', CONTENT);
    await rejectAll([source]);
    expect(await new FailedRowsReport(folder, [source]).close()).toEqual({
      rows: 0,
      path: null,
      importAgain: null,
    });
    expect(existsSync(file('failed-rows.csv'))).toBe(false);
  });

  it('leaves a mended report alone that was itself imported', async () => {
    await rejectAll([await table('Contact.csv', CONTENT)]);
    await new FailedRowsReport(folder, [await readTable(file('failed-rows.csv'))]).close();
    expect(existsSync(file('failed-rows.csv'))).toBe(true);
  });

  it('writes many rows without losing one', async () => {
    const source = await table('Big.csv', `a,b\n${'x,y\n'.repeat(20_000)}`);
    expect((await rejectAll([source])).rows).toBe(20_000);
    expect(text('failed-rows.csv').split('\r\n')).toHaveLength(20_002);
  });

  it('says so when the report cannot be written', async () => {
    const source = await table('Contact.csv', CONTENT);
    writeFileSync(file('blocked'), '');
    const report = new FailedRowsReport(join(folder, 'blocked'), [source]);
    await expect(report.add(source, { line: 2, column: null, value: '', reason: '' }, [])).rejects.toThrow();
  });
});
