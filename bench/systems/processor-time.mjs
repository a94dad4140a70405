import { readdirSync, readFileSync } from 'node:fs';
import { connected } from '../database/cluster.mjs';

/** Linux counts the processor time of a process in hundredths of a second. */
const TICK_MS = 10;

/**
 * Processor time (milliseconds) that a process, and PostgreSQL with all its own processes, have used so far. Null where the
 * system does not tell. Unlike a rate, it says who did the work when several share two cores.
 */
export function processorTime({ pid, postmaster }) {
  if (process.platform !== 'linux') return null;
  return { system: ticksOf(pid).own * TICK_MS, database: databaseTicks(postmaster) * TICK_MS };
}

/** The process that all others of this PostgreSQL belong to; null where the system does not tell. */
export function findPostmaster(url) {
  if (process.platform !== 'linux') return null;
  return connected(url, async (client) => {
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    return parentOf(rows[0].pid);
  });
}

/** What was used between two looks, for each of so many answers; null where the system does not tell. */
export function perAnswer(before, after, answers) {
  if (!before || !after || answers === 0) return null;
  return {
    system: (after.system - before.system) / answers,
    database: (after.database - before.database) / answers,
  };
}

/** The processes there are, and those that have ended since: a connection that is closed takes its time along. */
function databaseTicks(postmaster) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
  const { own, ended } = ticksOf(postmaster);
  return children.reduce((sum, pid) => sum + ticksOf(pid).own, own + ended);
}

function parentOf(pid) {
  return Number(statOf(pid)?.[1] ?? -1);
}

function ticksOf(pid) {
  const fields = statOf(pid)?.map(Number) ?? [];
  const [own = 0, ofSystem = 0, ended = 0, endedOfSystem = 0] = fields.slice(11, 15);
  return { own: own + ofSystem, ended: ended + endedOfSystem };
}

/** The fields behind the name, which may hold blanks; null for a process that has ended. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}
