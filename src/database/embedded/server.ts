import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { lastLines, PROGRAM_ENVIRONMENT, type Cluster } from './cluster.js';
import { answers } from './connections.js';
import { runAs, type ServerOwner } from './owner.js';
import { runningPostmaster, type Postmaster } from './postmaster.js';

/** Takes a line for the person at the terminal. */
export type Log = (line: string) => void;

/** What it takes to start a server: the programs, the user to run as, and settings that overrule the usual ones. */
export interface Launch {
  readonly binaries: Binaries;
  readonly owner: ServerOwner;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a small server on a shared machine needs; everything else stays at PostgreSQL's defaults. */
const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};

/** Messages of a failed start that pass by themselves: the processes of a killed server are still going, or the port was taken meanwhile. */
const PASSING =
  /postmaster\.pid" already exists|shared memory block .* in use|could not bind|Address already in use/;

const PASSING_PATIENCE = 15_000;
const RECOVERY_PATIENCE = 600_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/** Waits for a server that runs already. Undefined when there is none, or when it ends meanwhile. */
export function findServer(cluster: Cluster, log: Log): Promise<Postmaster | undefined> {
  return untilReady(cluster, () => runningPostmaster(cluster.data) === undefined, log);
}

/** Starts a server on a free port and waits until it answers. Throws with its last messages when it ends instead. */
export async function launchServer(cluster: Cluster, launch: Launch, log: Log): Promise<Postmaster> {
  const deadline = Date.now() + PASSING_PATIENCE;
  setAsideLongLog(cluster.logFile);
  for (;;) {
    const before = sizeOf(cluster.logFile);
    const child = spawnServer(cluster, launch, await freePort());
    let failure: string | undefined;
    child
      .once('error', (error) => (failure = error.message))
      .once('exit', (code) => (failure ??= `exit code ${code}`));
    const server = await untilReady(cluster, () => failure !== undefined, log);
    if (server) return server;
    const messages = readFileSync(cluster.logFile).subarray(before).toString() || String(failure);
    if (!PASSING.test(messages) || Date.now() > deadline) {
      throw new Error(
        `The database did not start. Its last messages (${cluster.logFile}):\n${lastLines(messages)}`,
      );
    }
    await delay(250);
  }
}

async function untilReady(
  cluster: Cluster,
  isOver: () => boolean,
  log: Log,
): Promise<Postmaster | undefined> {
  const begun = Date.now();
  let told = false;
  while (!isOver()) {
    const server = runningPostmaster(cluster.data);
    if (server && server.port > 0 && (await answers(cluster, server.port))) return server;
    const waited = Date.now() - begun;
    if (waited > RECOVERY_PATIENCE)
      throw new Error(`The database does not answer. Its messages: ${cluster.logFile}`);
    if (waited > 3_000 && !told)
      log('Waiting for the database (after an unclean stop it repairs itself first)');
    told ||= waited > 3_000;
    await delay(30);
  }
  return undefined;
}

/** Detached, so that Ctrl-C in a terminal reaches the service alone, which stops the server when it has finished. */
function spawnServer(cluster: Cluster, { binaries, owner, settings }: Launch, port: number): ChildProcess {
  const options = Object.entries({ ...SERVER_SETTINGS, port: String(port), ...settings });
  const output = openSync(cluster.logFile, 'a', 0o600);
  const child = spawn(
    binaries.postgres,
    ['-D', cluster.data, ...options.flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    {
      ...runAs(owner),
      cwd: dirname(cluster.data),
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', output, output],
      detached: true,
    },
  );
  closeSync(output);
  child.unref();
  return child;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function setAsideLongLog(file: string): void {
  if (sizeOf(file) > LOG_LIMIT) renameSync(file, `${file}.old`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
