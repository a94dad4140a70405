import { parseMapping } from './mapping-file.js';

const parse = (mapping: unknown) => parseMapping(JSON.stringify(mapping));
const entry = (columns: unknown) =>
  parse({ files: [{ file: 'a.csv', kind: 'accounts', columns }] }).entries[0];

describe('a mapping file', () => {
  it('names a field by a column, a list, a table of values, a value for all rows, or takes it away', () => {
    const columns = entry({
      id: 'No',
      name: ['Company', 'Name'],
      structure: { column: 'Decides', values: { Board: 'HIERARCHICAL', '*': null } },
      currency: { value: 'CHF' },
      segment: null,
    })?.columns;
    expect(columns?.get('id')).toEqual({ columns: [{ column: 'No' }] });
    expect(columns?.get('name')?.columns.map(({ column }) => column)).toEqual(['Company', 'Name']);
    expect(columns?.get('structure')?.columns[0]).toEqual({
      column: 'Decides',
      values: new Map([['board', 'HIERARCHICAL']]),
      otherwise: null,
    });
    expect(columns?.get('currency')).toEqual({ columns: [], constant: 'CHF' });
    expect(columns?.get('segment')).toBeNull();
  });

  it.each([
    ['{', 'NOT_JSON'],
    ['[]', 'WRONG_SHAPE'],
    ['{"files":{}}', 'WRONG_SHAPE'],
    ['{"files":[],"sytem":"x"}', 'UNKNOWN_KEY'],
    ['{"files":[{"kind":"accounts","columns":{}}]}', 'WRONG_SHAPE'],
    ['{"files":[{"file":"a","kind":"people","columns":{}}]}', 'UNKNOWN_KIND'],
    ['{"files":[{"file":"a","columns":{"id":7}}]}', 'WRONG_SHAPE'],
    ['{"files":[{"file":"a","columns":{"id":[]}}]}', 'WRONG_SHAPE'],
    ['{"files":[{"file":"a","columns":{"id":{"column":"b","vlaues":{}}}}]}', 'UNKNOWN_KEY'],
  ])('refuses %s', (text, code) => {
    expect(() => parseMapping(text)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('says where it is wrong', () => {
    const wrong = () => entry({ name: { column: 'Name', values: { a: 1 } } });
    expect(wrong).toThrow(
      expect.objectContaining({ details: { at: 'files[0].columns.name.values.a' } }) as Error,
    );
  });
});
