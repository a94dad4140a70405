import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
} from 'node:fs';
import { readdirSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { packagedFolder, usableBinaries } from '../src/database/embedded/binaries.js';
import { openCluster } from '../src/database/embedded/cluster.js';
import { canReach, serverOwner } from '../src/database/embedded/owner.js';
import { runningPostmaster, stopServer } from '../src/database/embedded/postmaster.js';

const IS_ROOT = process.getuid?.() === 0;
const NOBODY = { name: 'nobody', uid: 65_534, gid: 65_534 };

/** The built module, because a process of its own cannot load TypeScript; `npm test` builds before it tests. */
const BUILT = pathToFileURL(join(PROJECT_ROOT, 'dist', 'database', 'embedded-postgres.js')).href;

const folders: string[] = [];
const children: ChildProcess[] = [];

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), `strata-test-${process.pid}-`));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

let prepared = '';

/** A folder with a database that was made before: making one takes most of a second, copying it a tenth. */
function preparedFolder(): string {
  const folder = newFolder();
  spawnSync('cp', ['-a', join(prepared, 'postgres'), folder]);
  return folder;
}

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), `strata-test-${process.pid}-`));
  chmodSync(prepared, 0o755);
  await (await startEmbeddedPostgres({ dataDir: prepared })).stop();
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

function dataOf(dataDir: string): string {
  return join(realpathSync(join(dataDir, 'postgres')), 'cluster', 'data');
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

interface ServingProcess {
  readonly url: string;
  readonly owned: boolean;
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** Another process that starts or joins the server of `dataDir` and gives it up on SIGTERM. */
async function inAnotherProcess(
  dataDir: string,
  user: { uid?: number; gid?: number } = {},
): Promise<ServingProcess> {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(BUILT)};
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ url: server.url, owned: server.owned }));
    const alive = setInterval(() => {}, 1000);
    process.once('SIGTERM', () => server.stop().then(() => clearInterval(alive)));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = (signal: NodeJS.Signals): Promise<void> => (child.kill(signal), exited);
  for await (const line of createInterface({ input: child.stdout })) {
    return { ...(JSON.parse(line) as { url: string; owned: boolean }), end };
  }
  throw new Error('The other process ended without starting the server.');
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    const home = join(folder, 'postgres');
    const real = existsSync(home) ? realpathSync(home) : home;
    await stopServer(join(real, 'cluster', 'data'));
    for (const path of [real, folder]) rmSync(path, { recursive: true, force: true });
  }
});

describe('the embedded database', () => {
  it('is a PostgreSQL of its own: local, behind a password, durable, and sorting alike everywhere', async () => {
    const { url, stop } = await startEmbeddedPostgres({ dataDir: newFolder() });
    const [settings] = await query(
      url,
      `SELECT current_database() AS database, current_setting('listen_addresses') AS address,
              current_setting('unix_socket_directories') AS sockets, current_setting('fsync') AS fsync,
              current_setting('server_encoding') AS encoding, datlocale AS locale
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toEqual({
      database: 'strata',
      address: '127.0.0.1',
      sockets: '',
      fsync: 'on',
      encoding: 'UTF8',
      locale: 'C.UTF-8',
    });
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await stop();
  });

  it('keeps its password from other users of the machine', () => {
    const dataDir = preparedFolder();
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataOf(dataDir), '..', 'password')).mode & 0o777).toBe(0o600);
  });

  it('keeps its data over a restart and is gone in between', async () => {
    const dataDir = preparedFolder();
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await first.stop();
    expect(runningPostmaster(dataOf(dataDir))).toBeUndefined();
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.owned).toBe(true);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('makes the data folder, with those above it, when it is missing', async () => {
    const dataDir = join(newFolder(), 'not', 'yet');
    folders.push(dataDir);
    await (await startEmbeddedPostgres({ dataDir })).stop();
    expect(existsSync(dataOf(dataDir))).toBe(true);
  });

  it('stops although a client is still connected', async () => {
    const dataDir = preparedFolder();
    const { url, stop } = await startEmbeddedPostgres({ dataDir });
    const idle = new pg.Client({ connectionString: url });
    idle.on('error', () => undefined);
    await idle.connect();
    await stop();
    expect(runningPostmaster(dataOf(dataDir))).toBeUndefined();
  });
});

describe('several processes on the same data', () => {
  it('that begin at once make one database and share one server until the last one leaves', async () => {
    const dataDir = newFolder();
    const all = await Promise.all([1, 2, 3].map(() => inAnotherProcess(dataDir)));
    expect(all.filter(({ owned }) => owned)).toHaveLength(1);
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    const [starter, ...others] = [...all].sort((a, b) => Number(b.owned) - Number(a.owned));
    await starter?.end('SIGTERM');
    for (const other of others) {
      await expect(query(other.url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
      await other.end('SIGTERM');
    }
    expect(runningPostmaster(dataOf(dataDir))).toBeUndefined();
  });

  it('keep the server although the server cut the connection by which they were known', async () => {
    const dataDir = preparedFolder();
    const first = await startEmbeddedPostgres({ dataDir });
    const presences = `FROM pg_stat_activity WHERE application_name = 'strata presence'`;
    await query(first.url, `SELECT pg_terminate_backend(pid) ${presences}`);
    await expect(eventually(() => query(first.url, `SELECT 1 ${presences}`))).resolves.toHaveLength(1);
    const second = await startEmbeddedPostgres({ dataDir });
    await second.stop();
    await expect(query(first.url, 'SELECT 1')).resolves.toHaveLength(1);
    await first.stop();
  });
});

async function eventually<Row>(ask: () => Promise<Row[]>): Promise<Row[]> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const rows = await ask();
    if (rows.length > 0) return rows;
    await delay(100);
  }
  return [];
}

describe('after a kill -9', () => {
  it('of the service, the next start joins the server that survived, and can end it', async () => {
    const dataDir = preparedFolder();
    const killed = await inAnotherProcess(dataDir);
    await query(killed.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await killed.end('SIGKILL');
    const next = await startEmbeddedPostgres({ dataDir });
    expect(next).toMatchObject({ owned: false, url: killed.url });
    expect(await query(next.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await next.stop();
    expect(runningPostmaster(dataOf(dataDir))).toBeUndefined();
  });

  it('of the server, an immediate start recovers every committed row', async () => {
    const dataDir = preparedFolder();
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(runningPostmaster(dataOf(dataDir))?.pid ?? Number.NaN, 'SIGKILL');
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.owned).toBe(true);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    await first.stop();
  });

  it('of the machine, a process number that somebody else has since does not hinder the start', async () => {
    const dataDir = preparedFolder();
    const data = dataOf(dataDir);
    writeFileSync(join(data, 'postmaster.pid'), `${process.ppid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n`);
    const next = await startEmbeddedPostgres({ dataDir });
    expect(next.owned).toBe(true);
    await next.stop();
  });

  it('in the middle of the first start, the next one begins anew', async () => {
    const dataDir = preparedFolder();
    const home = join(dataDir, 'postgres');
    cpSync(join(home, 'cluster', 'data', 'base'), join(home, 'cluster.unfinished', 'data'), {
      recursive: true,
    });
    rmSync(join(home, 'cluster'), { recursive: true });
    writeFileSync(join(home, 'start.lock'), '2147483646');
    const begun = Date.now();
    await (await startEmbeddedPostgres({ dataDir })).stop();
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(readdirSync(home)).not.toContain('cluster.unfinished');
  });
});

describe('the user of the operating system', () => {
  // A checkout in root's own home is closed to everybody else, and so to this test.
  const open = [PROJECT_ROOT, realpathSync(process.execPath)].every((path) => canReach(path, NOBODY));
  const users = IS_ROOT ? ['root', ...(open ? ['an ordinary user'] : [])] : ['an ordinary user'];

  it.each(users)('may be %s', async (who) => {
    const dataDir = newFolder();
    const ordinary = IS_ROOT && who !== 'root';
    if (ordinary) chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const server = await inAnotherProcess(dataDir, ordinary ? NOBODY : {});
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const runsAs = statSync(`${dataOf(dataDir)}/postmaster.pid`).uid;
    expect(runsAs).toBe(ordinary ? NOBODY.uid : serverOwner(undefined).uid);
    expect(runsAs).not.toBe(0);
    await server.end('SIGTERM');
  });

  it('may own a folder that is closed to others', async () => {
    const dataDir = newFolder(0o700);
    const said: string[] = [];
    const { url, stop } = await startEmbeddedPostgres({ dataDir, log: (line) => said.push(line) });
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await stop();
    // Only root hands the server to somebody whom such a folder shuts out.
    expect(lstatSync(join(dataDir, 'postgres')).isSymbolicLink()).toBe(IS_ROOT);
    expect(said.some((line) => line.includes('linked from there'))).toBe(IS_ROOT);
    const again = await startEmbeddedPostgres({ dataDir });
    expect(await query(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await again.stop();
  });

  it('gets programs that run even if they cannot be used where they were installed', () => {
    const owner = serverOwner(undefined);
    const sealed = newFolder();
    const home = newFolder();
    const installed = join(sealed, 'package', 'native');
    cpSync(packagedFolder(), installed, {
      recursive: true,
      filter: (file) => !lstatSync(file).isSymbolicLink(),
    });
    writeFileSync(join(sealed, 'package', 'package.json'), '{ "version": "18.0.0" }');
    // Without its links the server finds no libraries, and here they cannot be made.
    if (IS_ROOT) chmodSync(sealed, 0o700);
    else chmodSync(join(installed, 'lib'), 0o555);
    const binaries = usableBinaries(home, owner, () => undefined, installed);
    chmodSync(join(installed, 'lib'), 0o755);
    expect(binaries).toEqual({
      initdb: join(home, 'postgresql-18.0.0', 'native', 'bin', 'initdb'),
      postgres: join(home, 'postgresql-18.0.0', 'native', 'bin', 'postgres'),
      major: '18',
    });
  });

  it('gets the library links that a forbidden install script would have made', () => {
    const installed = join(newFolder(), 'package', 'native');
    cpSync(packagedFolder(), installed, {
      recursive: true,
      filter: (file) => !lstatSync(file).isSymbolicLink(),
    });
    const binaries = usableBinaries(newFolder(), serverOwner(undefined), () => undefined, installed);
    expect(binaries.postgres).toBe(join(installed, 'bin', 'postgres'));
  });
});

describe('a start that cannot succeed says why', () => {
  function failureOf(start: Promise<EmbeddedPostgres>): Promise<string> {
    return start.then(
      () => 'it started',
      (error: Error) => error.message,
    );
  }

  it('when another version made the data, which it leaves alone', async () => {
    const dataDir = preparedFolder();
    const version = join(dataOf(dataDir), 'PG_VERSION');
    writeFileSync(version, '17\n');
    expect(await failureOf(startEmbeddedPostgres({ dataDir }))).toMatch(
      /made by PostgreSQL 17.*Nothing was changed/,
    );
    expect(readFileSync(version, 'utf8')).toBe('17\n');
  });

  it('with the last messages of the server', async () => {
    const failure = await failureOf(
      startEmbeddedPostgres({ dataDir: newFolder(), settings: { work_mem: 'plenty' } }),
    );
    expect(failure).toMatch(/did not start.*\n.*invalid value for parameter "work_mem"/);
  });

  it('with the messages of initdb, and leaves nothing that looks like a database', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'postgres'));
    const owner = serverOwner(undefined);
    if (IS_ROOT) chownSync(join(dataDir, 'postgres'), owner.uid, owner.gid);
    const failing = { ...usableBinaries(dataDir, owner, () => undefined), initdb: '/bin/ls' };
    const home = { folder: join(dataDir, 'postgres'), owner };
    await expect(openCluster(home, failing, () => undefined)).rejects.toThrow(
      /could not be made in .*\n.*pgdata/,
    );
    expect(existsSync(join(dataDir, 'postgres', 'cluster'))).toBe(false);
  });

  it('when the password file is gone', async () => {
    const dataDir = preparedFolder();
    rmSync(join(dataOf(dataDir), '..', 'password'));
    expect(await failureOf(startEmbeddedPostgres({ dataDir }))).toMatch(
      /password .* is missing: .*Put the file back/,
    );
  });

  it('when the folder it was moved to is gone', async () => {
    const dataDir = preparedFolder();
    const moved = join(newFolder(), 'moved');
    renameSync(join(dataDir, 'postgres'), moved);
    symlinkSync(moved, join(dataDir, 'postgres'));
    await (await startEmbeddedPostgres({ dataDir })).stop();
    rmSync(moved, { recursive: true });
    expect(await failureOf(startEmbeddedPostgres({ dataDir }))).toMatch(/points to a folder that is gone/);
    rmSync(join(dataDir, 'postgres'));
  });
});
