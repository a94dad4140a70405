import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A holder shows that it lives by touching its file this often (milliseconds). */
const HEARTBEAT = 1_000;

/** A file untouched for this long belongs to nobody, even if its process number was given to another process since. */
const STALE = 15_000;

const PATIENCE = 90_000;

/**
 * Runs `work` while no other process does so under the same file. A lock left behind by a killed process is taken
 * over. Throws when the holder does not finish within 90 seconds.
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  await acquire(file);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!created(file)) {
    if (isStale(file)) takeAway(file);
    else if (Date.now() > deadline)
      throw new Error(`Another process holds ${file}; remove it if none is running.`);
    else await delay(50);
  }
}

function created(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return Date.now() - statSync(file).mtimeMs > STALE || (holder > 0 && !isAlive(holder));
  } catch {
    return false;
  }
}

/** Renaming first lets only one of several waiting processes take the stale file away. */
function takeAway(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else was quicker, and holds the lock now or removed it.
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was removed under us; the work itself will say so.
  }
}

/** Whether a process has this number; one that belongs to somebody else counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
