import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, wherever the command was typed. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program to its end and keeps what it prints. A signal that ends us ends it too. */
export function runQuietly(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: PROJECT_ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      if (signal) process.kill(process.pid, signal);
      resolve({ code, output: Buffer.concat(output).toString().trim() });
    });
  });
}

/** A lock untouched for this long (milliseconds) was left behind by a process that is gone. */
const STALE = 15_000;

/**
 * Runs `work` while no other command of this checkout does; `reason` is what a waiting person is told. It lies outside
 * node_modules and dist, which are both removed while it is held.
 */
export async function withLock(name, reason, work) {
  const folder = join(PROJECT_ROOT, '.strata');
  const lock = join(folder, `${name}.lock`);
  makeFolder(folder);
  await acquire(lock, reason);
  const heartbeat = setInterval(() => utimesSync(lock, new Date(), new Date()), 1_000);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lock, { force: true });
  }
}

/** The database's own user must be able to pass through, even under a strict umask. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  } catch {
    throw new Error(
      `${PROJECT_ROOT} has to be set up, and you may not write to it. Run this once as its owner.`,
    );
  }
}

async function acquire(lock, reason) {
  for (let told = false; !created(lock); told = true) {
    if (isStale(lock)) takeAway(lock);
    else if (!told) console.error(`Waiting for ${reason} ...`);
    await delay(100);
  }
}

function created(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
    throw new Error(
      `${PROJECT_ROOT} has to be set up, and you may not write to it. Run this once as its owner.`,
    );
  }
}

function isStale(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return Date.now() - statSync(lock).mtimeMs > STALE || (holder > 0 && !isAlive(holder));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Renaming first lets only one of several waiting commands take the stale lock away. */
function takeAway(lock) {
  try {
    renameSync(lock, `${lock}.${process.pid}`);
    rmSync(`${lock}.${process.pid}`, { force: true });
  } catch {
    // Another command was quicker.
  }
}
