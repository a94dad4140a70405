import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { scanColumns } from './column-scan.js';
import { FileRefused } from './file-refused.js';
import { readTable } from './read-table.js';
import type { Table, TableOptions, TableRow } from './table.js';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function open(content: string | Buffer, options?: TableOptions, name = 'file.csv'): Promise<Table> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readTable(path, options);
}

async function rowsOf(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

/** `[line, cells]` of a good row, `[line, fault]` of a bad one. */
async function outline(content: string | Buffer, options?: TableOptions): Promise<unknown[]> {
  const rows = await rowsOf(await open(content, options));
  return rows.map((row) => [row.line, row.ok ? [...row.cells.values()] : row.fault]);
}

async function refusal(content: string | Buffer, options?: TableOptions): Promise<string> {
  const error: unknown = await open(content, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileRefused);
  return (error as FileRefused).code;
}

describe('rows come out as they stand in the file, each with its line', () => {
  it('counts lines through quoted line breaks of every kind', async () => {
    const text = 'a,b\r\n1,"x\r\ny\nz"\r\n\r\n2,u\n3,v\r4,w';
    expect(await outline(text)).toEqual([
      [2, ['1', 'x\r\ny\nz']],
      [6, ['2', 'u']],
      [7, ['3', 'v']],
      [8, ['4', 'w']],
    ]);
  });

  it('keeps doubled quotes, formulas, HTML and quotes inside unquoted cells as text', async () => {
    expect(await outline('a,b\n"The ""Best""",=1+1\n5" pipe,<b>x</b>\n')).toEqual([
      [2, ['The "Best"', '=1+1']],
      [3, ['5" pipe', '<b>x</b>']],
    ]);
  });

  it('trims ordinary, non-breaking and ideographic spaces at the ends, but keeps the original', async () => {
    const [row] = await rowsOf(await open('key,b\n"\u3000\u00a0 1-0000 \u3000",x\n'));
    expect(row?.ok && row.cells.get('key')).toBe('1-0000');
    expect(row?.original[0]).toBe('\u3000\u00a0 1-0000 \u3000');
  });

  it('skips blank lines and lines of separators alone', async () => {
    expect(await outline('a,b\n\n,\n  \n1,2\n')).toEqual([[5, ['1', '2']]]);
  });

  it('gives no rows for a header alone, and the same rows each time it is asked', async () => {
    expect(await outline('a,b')).toEqual([]);
    const table = await open('a,b\n1,2\n');
    expect(await rowsOf(table)).toEqual(await rowsOf(table));
  });

  it('names blank columns by their place and accepts a separator that ends every row', async () => {
    expect((await open('a,,c,\n1,2,3,4\n')).columns).toEqual(['a', 'column 2', 'c', 'column 4']);
    expect(await outline('a,b\n1,2,\n3,,\n')).toEqual([
      [2, ['1', '2']],
      [3, ['3', '']],
    ]);
  });

  it('finds columns named like the inner workings of objects', async () => {
    const [row] = await rowsOf(await open('__proto__,constructor\n1,2\n'));
    expect(row?.ok && [...row.cells]).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('a bad row is marked, never repaired, and never stops the rest', () => {
  it('marks rows whose columns are shifted', async () => {
    expect(await outline('name,city\nSmith, John,Rome\nMiller\nAda,Paris\nLost,Bonn,\n')).toEqual([
      [2, 'TOO_MANY_CELLS'],
      [3, 'TOO_FEW_CELLS'],
      [4, ['Ada', 'Paris']],
      [5, 'TOO_MANY_CELLS'],
    ]);
  });

  it('loses one line to an unclosed quote, not the rest of the file', async () => {
    expect(await outline('a,b\n1,"open\n2,x\n3,y\n')).toEqual([
      [2, 'UNCLOSED_QUOTE'],
      [3, ['2', 'x']],
      [4, ['3', 'y']],
    ]);
  });

  it('rejects a quoted cell that goes on after its closing quote', async () => {
    expect(await outline('a,b\n1,"The "Best" one"\n2,x\n')).toEqual([
      [2, 'STRAY_QUOTE'],
      [3, ['2', 'x']],
    ]);
  });

  it('says which cell holds a NUL, and keeps other control characters', async () => {
    const rows = await rowsOf(await open(`a,b\n1,x\0\n2,\u0007\n`));
    expect(rows[0]).toMatchObject({ ok: false, line: 2, column: 'b', fault: 'NUL_CHARACTER' });
    expect(rows[1]?.ok && rows[1].cells.get('b')).toBe('\u0007');
  });

  it('rejects half a character instead of storing a replacement', async () => {
    const bytes = iconv.encode('a,b\nx\ud800,y\n1,2\n', 'utf-16le', { addBOM: true });
    expect(await outline(bytes)).toEqual([
      [2, 'HALF_CHARACTER'],
      [3, ['1', '2']],
    ]);
  });

  it('bounds cells, with and without quotes, wherever the pieces of the file are cut', async () => {
    const huge = 'x'.repeat(1_100_000);
    expect(await outline(`a,b\n1,${huge}\n2,"${huge}"\n3,ok\n`)).toEqual([
      [2, 'CELL_TOO_LONG'],
      [3, 'UNCLOSED_QUOTE'],
      [4, ['3', 'ok']],
    ]);
  });

  it('carries the text of a bad row, its value and a sentence', async () => {
    const [row] = await rowsOf(await open('a,b\nx,y,z\n'));
    expect(row).toMatchObject({ line: 2, column: null, value: 'x,y,z', original: ['x', 'y', 'z'] });
    expect(row && !row.ok && row.reason).toMatch(/more cells/);
  });

  it('stops with a refusal at the limit of rows', async () => {
    const table = await open('a\n1\n2\n3\n', { maxRows: 2 });
    await expect(rowsOf(table)).rejects.toMatchObject({ code: 'TOO_MANY_ROWS' });
  });
});

describe('the separator is detected by consistency, named, or the file is refused', () => {
  it.each([
    ['comma', 'a,b;x,c\n1,2;3,3\n4,5,6\n', ','],
    ['semicolon with decimal commas', 'name;price\na;1,5\nb;2,5\n', ';'],
    ['tab', 'a\tb, c\n1\t2\n', '\t'],
    ['pipe', 'a|b\n1|2\n', '|'],
    ['separators inside quotes', 'a;b\n"1,2,3";x\n"4,5,6";y\n', ';'],
    ['Excel says so', 'sep=;\r\na,b;c\r\n1,2;3\r\n', ';'],
  ])('%s', async (_, text, delimiter) => {
    expect((await open(text)).delimiter).toBe(delimiter);
  });

  it('reads one column, even when its values hold a comma', async () => {
    expect(await outline('Company\nAcme, Inc.\nPlain\nOther\n')).toEqual([
      [2, ['Acme, Inc.']],
      [3, ['Plain']],
      [4, ['Other']],
    ]);
  });

  it('counts the announcing line as a line', async () => {
    expect(await outline('sep=|\na|b\n1|2\n')).toEqual([[3, ['1', '2']]]);
  });

  it('refuses what two separators divide equally well, until told', async () => {
    const text = 'a,b;c\n1,2;3\n';
    expect(await refusal(text)).toBe('DELIMITER_UNDECIDED');
    expect((await open(text, { delimiter: ';' })).columns).toEqual(['a,b', 'c']);
    expect((await open(text, { delimiter: '!' })).columns).toEqual(['a,b;c']);
  });

  it.each([
    ['a title above the header', 'Report of May\na,b,c\n1,2,3\n', 'HEADER_UNCLEAR'],
    ['duplicate names', 'Name,City,Name\n1,2,3\n', 'DUPLICATE_COLUMNS'],
    ['a broken header', '"a,b\n1,2\n', 'HEADER_BROKEN'],
    ['white space alone', ' \n\n', 'EMPTY'],
  ])('refuses %s', async (_, text, code) => {
    expect(await refusal(text)).toBe(code);
  });

  it('refuses what is no table: endless lines, thousands of columns, huge trees', async () => {
    expect(await refusal(Array.from({ length: 3000 }, (_, index) => `c${index}`).join(','))).toBe(
      'TOO_MANY_COLUMNS',
    );
    const endless = await open(`a,b\n${'x'.repeat(300_000)},${'y,'.repeat(2_200_000)}`, { delimiter: ',' });
    await expect(rowsOf(endless)).rejects.toMatchObject({ code: 'LINE_TOO_LONG' });
    await expect(open(Buffer.alloc(51 * 1024 * 1024, ' '), {}, 'tree.json')).rejects.toMatchObject({
      code: 'JSON_TOO_LARGE',
    });
  });

  it('refuses an impossible separator', async () => {
    expect(await refusal('a,b\n', { delimiter: '"' })).toBe('DELIMITER_NOT_SUPPORTED');
    expect(await refusal('a,b\n', { delimiter: ',,' })).toBe('DELIMITER_NOT_SUPPORTED');
  });
});

describe('a scan of columns sees what no single value shows', () => {
  it('of sound rows only, and says how many cells are filled', async () => {
    const table = await open(
      'when,amount\n03/04/2024,"1,234"\n16/04/2024,"1,5"\n04/16/2024,9,shifted\n,\n,7\n',
    );
    const scan = await scanColumns(table, ['when', 'amount', 'none']);
    expect(scan.get('when')).toMatchObject({ filled: 2, dates: { order: 'DMY', monthFirst: 0 } });
    expect(scan.get('amount')).toMatchObject({ filled: 3, numbers: { style: 'COMMA' } });
    expect(scan.get('none')).toMatchObject({
      filled: 0,
      dates: { order: 'YMD' },
      numbers: { style: 'PLAIN' },
    });
  });
});

describe('what is written is read back', () => {
  const encodings = ['utf-8', 'utf-8 mark', 'utf-16le mark', 'utf-16be mark', 'windows-1252'] as const;
  const cell = fc.oneof(
    fc.constantFrom('', 'a', ',', '"', '\n', '\r\n', '\r', ';;', 'ä"ö', '"x"', '=1', ' x', 'é,ü'),
    fc.string({
      unit: fc.constantFrom('a', 'b', 'ß', 'é', '"', ',', ';', '\t', '|', '\n', '\r', ' '),
      maxLength: 8,
    }),
  );

  it('in every encoding, with every separator and line end, however long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...encodings),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }),
        async (encoding, delimiter, record_delimiter, values) => {
          const rows = values.map((row, index) => [
            `ordinary letters in row ${index}, more than accents`,
            ...row,
          ]);
          const text = stringify([['key', 'Größe', 'b', 'c'], ...rows], {
            delimiter,
            record_delimiter,
            quoted_match: /[\r\n]/,
          });
          const [name = '', mark] = encoding.split(' ');
          const table = await open(iconv.encode(text, name, { addBOM: mark !== undefined }), { delimiter });
          expect(table.encoding.name).toBe(name);
          expect((await rowsOf(table)).map((row) => row.ok && row.original)).toEqual(rows);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives every line of arbitrary text a place in some row, and never throws on its contents', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', ',', 'x', ' '), maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const table = await open(`h1,h2\n${lines.join('\n')}\n`, { delimiter: ',' });
        const rows = await rowsOf(table);
        const held = rows
          .flatMap((row) => row.original)
          .join('')
          .replace(/[",\s]/g, '').length;
        expect(held).toBe(lines.join('').replace(/[",\s]/g, '').length);
        expect(rows.map((row) => row.line)).toEqual(
          [...new Set(rows.map((row) => row.line))].sort((a, b) => a - b),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('streams a large file in flat memory', async () => {
    const path = join(folder, 'large.csv');
    const line = `${'Ada Lovelace,Analytical Engines,"Director, Research",ada@example.org,'.repeat(2)}9\n`;
    writeFileSync(path, `${'abcdefghi'.split('').join(',')}\n${line.repeat(100_000)}`);
    const table = await readTable(path);
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    let peak = 0;
    for await (const row of table.rows) {
      if (row.ok) count += 1;
      if (count % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(100_000);
    expect(peak).toBeLessThan(150 * 1024 * 1024);
  });
});
