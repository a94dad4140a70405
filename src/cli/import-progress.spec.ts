import type { ImportProgress } from '../crm/import-report.types.js';
import { ImportProgressView } from './import-progress.js';

const at = (rows: number): ImportProgress => ({
  file: 'Contact.csv',
  rows,
  share: rows / 1000,
  pass: 'ROWS',
});

describe('the progress of an import', () => {
  function view(isTTY: boolean): { written: string[]; pass: (ms: number) => void; view: ImportProgressView } {
    const written: string[] = [];
    let now = 0;
    const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
    return { written, pass: (ms) => (now += ms), view: new ImportProgressView(stream, () => now) };
  }

  it('is a bar on a terminal, drawn over itself and taken away at the end', () => {
    const { written, pass, view: progress } = view(true);
    pass(200);
    progress.show(at(500));
    expect(written[0]).toMatch(/^\r\u001b\[K\[#{12}-{12}\] 50 % {2}Contact\.csv: 500 rows$/);
    progress.clear();
    expect(written[1]).toBe('\r\u001b[K');
  });

  it('says at the end how many accounts were judged', () => {
    const { written, pass, view: progress } = view(true);
    pass(200);
    progress.show({ file: null, rows: 1_200, share: 0.5, pass: 'JUDGING' });
    expect(written[0]).toContain('] 50 %  1,200 accounts judged');
  });

  it('is a plain line every few seconds elsewhere, and nothing for a short import', () => {
    const { written, pass, view: progress } = view(false);
    progress.show(at(10));
    pass(1_000);
    progress.show(at(100));
    pass(6_000);
    progress.show(at(900));
    progress.clear();
    expect(written).toEqual(['90 %  Contact.csv: 900 rows\n']);
  });
});
