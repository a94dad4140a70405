import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A system that has not answered after so long (milliseconds) is taken for broken. */
const PATIENCE_MS = 120_000;

/** The servers that run now: none may outlive the benchmark. */
const running = new Set();

/** Ends every server at once, for when the benchmark is interrupted. */
export function killAll() {
  for (const child of running) child.kill('SIGKILL');
}

/** A port that nobody uses now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server and waits until `readyUrl` answers 200. Throws with what it said when it ends before. */
export async function startProcess({ name, command, args, env, cwd, readyUrl }) {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said.push(chunk.toString());
      if (said.length > 200) said.shift();
    });
  }
  running.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.once('exit', () => running.delete(child));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  while (!(await answers(readyUrl))) {
    if (isOver()) throw new Error(`${name} ended at its start:\n${said.join('')}`);
    if (performance.now() - began > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`${name} does not answer:\n${said.join('')}`);
    }
    await delay(5);
  }
  const readyMs = performance.now() - began;
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, delay(15_000, undefined, { ref: false })]);
    if (!isOver()) child.kill('SIGKILL');
    await ended;
  };
  return { pid: child.pid, readyMs, stop, said };
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** The most memory (bytes) that the process has held so far; where the system does not keep that, what it holds now. */
export function peakMemory(pid) {
  if (process.platform === 'linux') {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(peak[1]) * 1024;
  }
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) * 1024;
}

/** Waits until the process has nothing to do any more; where the system does not tell, two seconds. */
export async function untilIdle(pid) {
  if (process.platform !== 'linux') return delay(2_000);
  for (let before = -BUSY_TICKS, now = ticks(pid); now - before >= BUSY_TICKS;) {
    before = now;
    await delay(200);
    now = ticks(pid);
  }
}

/** So many hundredths of a second of work within 200 ms are more than an idle server does. */
const BUSY_TICKS = 3;

function ticks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
