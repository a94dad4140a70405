import type { PoolClient } from 'pg';
import type { Writable } from 'node:stream';

/** Clients that wait for the end of the turn. */
const waiting = new WeakSet<PoolClient>();

/**
 * What is sent to the database within the same turn leaves in one write, where every statement would take one of its own:
 * the system's calls cost more than the statements. A driver that hides its socket sends them one by one as before.
 */
export function leaveTogether(client: PoolClient): void {
  const { stream } = (client as { connection?: { stream?: Partial<Writable> } }).connection ?? {};
  if (waiting.has(client) || !stream?.cork || !stream.uncork) return;
  waiting.add(client);
  stream.cork();
  process.nextTick(() => {
    waiting.delete(client);
    stream.uncork?.();
  });
}
