import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runAs, serverOwner } from '../../src/database/embedded/owner.js';
import { APP_ROLE } from '../../src/database/isolation.js';
import { appAddress } from '../../src/database/prepare.js';
import { runSql } from '../direct-sql.js';

/** A running PgBouncer before the databases of the test server. */
export interface Pooler {
  /** Where it listens, as `host:port`. */
  readonly server: string;
  readonly stop: () => Promise<void>;
}

/** Fewer connections to a database than a service opens to the pooler: transactions of different requests share them. */
const CONNECTIONS = 3;

/**
 * Starts PgBouncer in transaction mode before every database of the server, for the service's restricted role alone.
 * @param program PgBouncer's own program.
 * @param folder where its settings and messages go.
 */
export async function startPooler(program: string, folder: string, serverUrl: string): Promise<Pooler> {
  const owner = serverOwner(undefined);
  const port = await freePort();
  const { hostname, port: behind } = new URL(serverUrl);
  // The migrations, which come later, find the role there. To load the tables here would load them for the tests as well.
  await runSql(serverUrl, `CREATE ROLE ${APP_ROLE} NOLOGIN`);
  const { username, password } = new URL(await appAddress(serverUrl));
  mkdirSync(folder);
  writeFileSync(join(folder, 'users.txt'), `"${username}" "${password}"\n`);
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    [
      '[databases]',
      `* = host=${hostname} port=${behind}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${join(folder, 'users.txt')}`,
      'pool_mode = transaction',
      `default_pool_size = ${CONNECTIONS}`,
      'max_client_conn = 500',
      `logfile = ${join(folder, 'pgbouncer.log')}`,
    ].join('\n'),
  );
  chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) chownSync(folder, owner.uid, owner.gid);
  const child = spawn(program, ['--quiet', join(folder, 'pgbouncer.ini')], {
    ...runAs(owner),
    stdio: 'inherit',
  });
  await untilListening(child, port);
  return { server: `127.0.0.1:${port}`, stop: () => stop(child) };
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  let failure: string | undefined;
  child
    .once('error', ({ message }) => (failure = message))
    .once('exit', (code) => (failure ??= `exit code ${code}`));
  while (!(await listens(port))) {
    if (failure !== undefined) throw new Error(`PgBouncer did not start: ${failure}`);
    await delay(50);
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
