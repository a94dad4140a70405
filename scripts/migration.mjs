/**
 * `npm run migration -- add-something`: writes the migration that leads from the committed ones to the entities as they
 * are now. Read it before you commit it: a generator renames by dropping.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from './program.mjs';
import { setUp } from './setup.mjs';

const name = process.argv[2];
if (!/^[a-z][a-z0-9-]*$/.test(name ?? '')) {
  console.error('Say what it does in lower case: npm run migration -- add-something');
  process.exit(2);
}
await setUp();

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { startEmbeddedPostgres } = await built('database/embedded-postgres.js');
const { migrate } = await built('database/prepare.js');
const { dataSourceOptions } = await built('database/data-source.js');
const { TABLES } = await built('app.tables.js');
const { DataSource } = await import('typeorm');

const folder = mkdtempSync(join(tmpdir(), 'strata-migration-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedPostgres({ dataDir: folder });
try {
  await migrate({ url: server.url, tables: TABLES });
  const statements = await differences(server.url);
  if (statements.up.length === 0)
    console.log('The entities and the migrations agree: there is nothing to write.');
  else
    console.log(
      `Written: ${write(statements)}\nNow add it to src/database/migrations.ts, and row level security if it makes a table.`,
    );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function differences(url) {
  const dataSource = await new DataSource(dataSourceOptions({ url, tables: TABLES })).initialize();
  try {
    const log = await dataSource.driver.createSchemaBuilder().log();
    const texts = (queries) => queries.map(({ query }) => query.replaceAll(/\s+/g, ' ').trim());
    return { up: texts(log.upQueries), down: texts(log.downQueries).reverse() };
  } finally {
    await dataSource.destroy();
  }
}

function write({ up, down }) {
  const stamp = Date.now();
  const words = name.split('-').map((word) => word[0].toUpperCase() + word.slice(1));
  const type = `${words.join('')}${stamp}`;
  const steps = (statements) => statements.map((text) => `    await runner.query(\`${text}\`);`).join('\n');
  const path = join('src', 'database', 'migrations', `${stamp}-${name}.ts`);
  writeFileSync(
    join(PROJECT_ROOT, path),
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ${words.join(' ')}. */
export class ${type} implements MigrationInterface {
  name = '${type}';

  async up(runner: QueryRunner): Promise<void> {
${steps(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${steps(down)}
  }
}
`,
  );
  return path;
}
