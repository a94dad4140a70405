import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import colours from 'picocolors';
import { AssessmentsService } from '../src/assessment/judging/assessments.service.js';
import { serviceFor } from '../src/cli/operator.js';
import { runProgram } from '../src/cli/run-program.js';
import { fixture, ImportHarness } from './import-harness.js';

describe('strata import', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(() => harness.newTenant());

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const told = { out: '', err: '' };
    const terminal = {
      out: (text: string) => void (told.out += `${text}\n`),
      err: (text: string) => void (told.err += `${text}\n`),
      width: 100,
      paint: colours.createColors(false),
    };
    const context = {
      withService: <T>(work: (service: ReturnType<typeof serviceFor>) => Promise<T>) =>
        work(serviceFor(harness.service.app, harness.tenantId)),
    };
    const words = (error: unknown): string => (error instanceof Error ? error.message : '');
    const code = await runProgram(
      ['import', ...args, '--failed-rows', harness.folder],
      () => context,
      terminal,
      words,
    );
    return { code, ...told };
  }

  it('ends with 0 when everything came in, and tells the next command', async () => {
    const { code, out } = await run('salesforce', fixture('salesforce-tree-other'));
    expect(code).toBe(0);
    expect(out).toMatch(/^File +Object +Rows +Created/);
    expect(out).toContain('Mapped: attributes.referenceId -> id, Name -> name');
    expect(out).toContain('Nobody known in operations: 1 of 1 account');
    expect(out).toMatch(/Judgements\n {2}Judged anew: 1 account\n\n/);
    expect(out).toMatch(/Next: npm run strata -- at-risk\n$/);
  });

  it('ends with 2 when something was rejected, and says where the list is', async () => {
    const { code, out } = await run('salesforce', fixture('salesforce-export'));
    expect(code).toBe(2);
    expect(out).toContain(join(harness.folder, 'failed-rows.csv'));
    expect(out).toMatch(/Never stored: BIRTHDATE \(birth\)/);
    expect(out).toContain('Lead.csv: What it holds is not imported');
  });

  it('ends with 1 when it could not run, with a sentence that says why', async () => {
    const nowhere = await run('salesforce', join(harness.folder, 'nowhere'));
    expect(nowhere).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('There is no such file or folder.') as string,
    });
    const mapping = harness.write(
      'mapping.json',
      '{"files":[{"file":"customers.csv","kind":"accounts","columns":{"shoe":"x"}}]}',
    );
    const wrong = await run('csv', fixture('csv', 'customers.csv'), '--mapping', mapping);
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('shoe') as string });
  });

  it('prints the report alone with --json', async () => {
    const { out } = await run(
      'csv',
      fixture('csv'),
      '--mapping',
      fixture('csv', 'mapping.json'),
      '--json',
      '--dry-run',
    );
    expect(JSON.parse(out)).toMatchObject({ system: 'csv', dryRun: true, totals: { created: 6 } });
  });

  it('says how many accounts wait when they could not be judged, and ends with 2', async () => {
    const assessments = harness.service.app.get(AssessmentsService);
    jest.spyOn(assessments, 'refresh').mockRejectedValue(new Error('The database is busy.'));
    const { code, out } = await run('salesforce', fixture('salesforce-tree-other'));
    jest.restoreAllMocks();
    expect(code).toBe(2);
    expect(out).toContain('Still to be judged: 1 account;');
    expect(out).toContain('Judging ended early: The database is busy.');
  });

  it('reads text that would speak to the terminal as text', async () => {
    const file = harness.write('Account.csv', '');
    writeFileSync(file, 'Id,Name,\u001b[31mRed\n0015g00000LmNoP,Sound,x\n');
    expect((await run('salesforce', file)).out).not.toContain('\u001b');
  });
});
