import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { ServerHome } from './home.js';
import { runAs, type ServerOwner } from './owner.js';

/** The data of one PostgreSQL server on disk, and what opens them. */
export interface Cluster {
  /** PostgreSQL's own folder (PGDATA). */
  readonly data: string;
  /** The superuser's password, drawn at random when the data were made. */
  readonly password: string;
  /** The file that the server writes its messages to. */
  readonly logFile: string;
}

/** The environment of every PostgreSQL program: messages in English, nothing of ours (PGPORT, LD_PRELOAD ...) inherited. */
export const PROGRAM_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * Opens the data, or makes them. They appear under their name only when complete, so a start that is killed half-way
 * leaves nothing that looks like a database. Throws, and touches nothing, when another PostgreSQL version made them.
 */
export async function openCluster(
  home: ServerHome,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Cluster> {
  const folder = join(home.folder, 'cluster');
  if (!existsSync(folder)) {
    log('Making a new database (first run)');
    await makeCluster(home, binaries, folder);
  }
  const data = join(folder, 'data');
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (made !== binaries.major) {
    throw new Error(
      `The data in ${data} were made by PostgreSQL ${made}, and PostgreSQL ${binaries.major} is installed here. ` +
        'Nothing was changed. Start the release that made them, or choose another folder with STRATA_DATA_DIR.',
    );
  }
  return { data, password: readPassword(join(folder, 'password')), logFile: join(home.folder, 'server.log') };
}

function readPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new Error(
    `The password of the embedded database is missing: ${file}. Put the file back to open the data.`,
  );
}

async function makeCluster(home: ServerHome, binaries: Binaries, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (process.getuid?.() === 0) {
    for (const path of [unfinished, passwordFile]) chownSync(path, home.owner.uid, home.owner.gid);
  }
  await runInitdb(binaries.initdb, join(unfinished, 'data'), passwordFile, home.owner);
  renameSync(unfinished, folder);
}

/** PostgreSQL's own C.UTF-8 sorts alike on every machine, whatever locales its operating system has. */
const SORTING = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

async function runInitdb(
  initdb: string,
  data: string,
  passwordFile: string,
  owner: ServerOwner,
): Promise<void> {
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const child = spawn(initdb, [`--pgdata=${data}`, ...access, ...SORTING], {
    ...runAs(owner),
    cwd: join(data, '..'),
    env: PROGRAM_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`A new database could not be made in ${data}:\n${lastLines(output)}`);
}

/** The end of a program's output, enough to see what went wrong. */
export function lastLines(text: string, count = 12): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
