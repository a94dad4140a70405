import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './lock.js';

/** A server that holds the data: its process and the port it listens on. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The last transaction log has to reach the disk; a slow one takes its time (milliseconds). */
const SHUTDOWN_PATIENCE = 60_000;

/** The server that holds the data now, if any. */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid');
  const lines = readIfThere(file)?.split('\n');
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  if (isServerOf(pid, data)) return { pid, port: Number(lines[3]) };
  // PostgreSQL only asks whether the number is in use, and would refuse for ever once another process got it.
  if (pid > 0 && isAlive(pid)) rmSync(file, { force: true });
  return undefined;
}

/** Read without looking first: a server that stops takes the file away between the two. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A zombie has no command line, so a killed server that nobody has reaped yet does not count as running. */
function isServerOf(pid: number, data: string): boolean {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(data);
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    return false;
  }
}

/** Disconnects everybody, writes everything down and ends the server; waits until it is gone. */
export async function stopServer(data: string): Promise<void> {
  const server = runningPostmaster(data);
  if (!server) return;
  process.kill(server.pid, 'SIGINT');
  const impatient = Date.now() + SHUTDOWN_PATIENCE;
  while (runningPostmaster(data)?.pid === server.pid) {
    if (Date.now() > impatient) throw new Error(`The database (process ${server.pid}) does not stop.`);
    await delay(20);
  }
}
