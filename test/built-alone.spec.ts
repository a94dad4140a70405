import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { COMMANDS, Run, SERVICE } from './built-program.js';
import { createMigratedDatabase } from './migrated-database.js';
import type { ThrowawayDatabase } from './throwaway-database.js';

/** Asked often enough to be compiled, which loads the compiler. */
const TIMES = 5;

describe('the built programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'strata-alone-'));
  const moved = (program: string): string => program.replace(PROJECT_ROOT, folder);
  let database: ThrowawayDatabase;

  beforeAll(async () => {
    database = await createMigratedDatabase();
    cpSync(dirname(SERVICE), join(folder, 'dist'), { recursive: true });
    cpSync(join(PROJECT_ROOT, 'package.json'), join(folder, 'package.json'));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('need nothing but themselves and a database: no package, and no source', async () => {
    // As the container image starts them.
    const image = readFileSync(join(PROJECT_ROOT, 'Dockerfile'), 'utf8');
    const [, NODE_OPTIONS = ''] = /NODE_OPTIONS="([^"]+)"/.exec(image) ?? [];
    expect(NODE_OPTIONS).not.toBe('');
    const settings = { DATABASE_URL: database.url, NODE_OPTIONS };
    const service = new Run(moved(SERVICE), ['--empty'], folder, settings);
    const key = (await service.says(/strata_\S+/)).trim();
    for (let time = 0; time < TIMES; time += 1) {
      expect(await service.ask(key, '{ accounts { totalCount } }')).toEqual({ accounts: { totalCount: 0 } });
    }
    const page = await fetch(await service.address(), { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('graphiql');
    service.kill('SIGTERM');
    expect(await service.code()).toBe(0);

    const command = new Run(moved(COMMANDS), ['base', '--json'], folder, settings);
    expect({ code: await command.code(), output: command.output }).toMatchObject({ code: 0 });
    expect(JSON.parse(command.answer)).toHaveProperty('baseAtRisk');
  }, 120_000);
});
