import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '../src/database/embedded-postgres.js';
import type { Pooler } from './scale/pooler.js';

/** The server of one test run and the folder it lives in. */
interface TestPostgres {
  readonly server: EmbeddedPostgres;
  readonly folder: string;
  /** PgBouncer before the server, where STRATA_TEST_PGBOUNCER names its program. */
  readonly pooler: Pooler | null;
}

declare global {
  var testPostgres: TestPostgres | undefined;
}

/** Nothing here has to survive a power cut. */
const HASTE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '4GB',
};

const PREFIX = 'strata-test-';

/** Starts one throw-away server for the whole run; `STRATA_TEST_POSTGRES_URL` leads every worker to it. */
export default async function startTestPostgres(): Promise<void> {
  resolveLikeTheSpecs();
  await forgetSettings();
  await removeLeftovers();
  const { startEmbeddedPostgres } = await import('../src/database/embedded-postgres.js');
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root, the server runs as somebody else, who has to get in.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, settings: HASTE });
  globalThis.testPostgres = { server, folder, pooler: null };
  process.env.STRATA_TEST_POSTGRES_URL = server.url;
  process.env.STRATA_TEST_STATEMENTS = join(folder, 'statements');
  const pgbouncer = process.env.STRATA_TEST_PGBOUNCER;
  if (pgbouncer) await poolConnections(pgbouncer);
}

/** Leads the services of this run through PgBouncer; the tests' own looks at the database go straight there. */
async function poolConnections(pgbouncer: string): Promise<void> {
  const { startPooler } = await import('./scale/pooler.js');
  const { testPostgres } = globalThis;
  if (!testPostgres) return;
  const pooler = await startPooler(
    pgbouncer,
    join(testPostgres.folder, 'pgbouncer'),
    testPostgres.server.url,
  );
  globalThis.testPostgres = { ...testPostgres, pooler };
  process.env.STRATA_TEST_POOLER = pooler.server;
}

/** jest maps `./x.js` to `./x.ts` for specs but not for this file, which Node's own loader runs. */
function resolveLikeTheSpecs(): void {
  const loader = Module as unknown as { _resolveFilename: (request: string, ...rest: unknown[]) => string };
  const resolveFilename = loader._resolveFilename;
  loader._resolveFilename = (request, ...rest) => {
    try {
      return resolveFilename(request, ...rest);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
      return resolveFilename(request.replace(/\.js$/, '.ts'), ...rest);
    }
  };
}

/** What the developer's shell sets, above all a DATABASE_URL, must not lead the tests to real data. */
async function forgetSettings(): Promise<void> {
  const { SETTINGS } = await import('../src/config/settings.js');
  for (const name of Object.keys(SETTINGS)) {
    if (name !== 'NODE_ENV' && name !== 'LOG_LEVEL') Reflect.deleteProperty(process.env, name);
  }
}

/** Runs that were killed could not clean up; their servers and folders go now. Those of other users are left alone. */
async function removeLeftovers(): Promise<void> {
  const { isAlive } = await import('../src/database/embedded/lock.js');
  const { stopServer } = await import('../src/database/embedded/postmaster.js');
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number.parseInt(name.slice(PREFIX.length), 10))) continue;
    try {
      await stopServer(join(tmpdir(), name, 'postgres', 'cluster', 'data'));
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Not ours.
    }
  }
}
