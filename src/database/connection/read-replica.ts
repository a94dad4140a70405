import { Logger, type OnModuleDestroy } from '@nestjs/common';
import pg, { type PoolClient, type PoolConfig, type QueryResult } from 'pg';
import { isLogPosition, type LogPosition } from './log-position.js';

/** Before every write: whoever answers will do. */
const START_OF_LOG: LogPosition = '0/0';

/** How long a reader waits for a connection to the replica before the primary answers, in milliseconds. */
const PATIENCE = 1_000;

/** How long a replica that failed is left alone, in milliseconds: else every reader would wait for it in turn. */
const REST = 5_000;

/** The address of a replica: the same login and database at another server, because a streaming replica has the same. */
export function replicaAddress(primary: string, server: string): string {
  const url = new URL(primary);
  url.host = server;
  return url.href;
}

/** A streaming replica, which answers readers who allow it; never a reason to fail, as the primary can always answer. */
export class ReadReplica implements OnModuleDestroy {
  private readonly log = new Logger('Replica');
  private readonly pool: pg.Pool | null;
  private restsUntil = 0;

  /** @param options the pool of connections to it; null where there is no replica. */
  constructor(options: PoolConfig | null) {
    this.pool = options && new pg.Pool({ ...options, connectionTimeoutMillis: PATIENCE });
    // An idle connection that breaks is replaced by the next reader's.
    this.pool?.on('error', () => undefined);
  }

  /** Whether there is one, so that writers need to say where they ended. */
  get exists(): boolean {
    return this.pool !== null;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool?.end();
  }

  /**
   * A connection in the transaction that `opening` begins, if that sees every write up to `position`. Null if the replica
   * is behind, out of reach or none any more.
   */
  async begin(opening: string, position = START_OF_LOG): Promise<PoolClient | null> {
    if (!isLogPosition(position)) throw new Error('A position in the log is two hexadecimal numbers.');
    if (!this.pool || performance.now() < this.restsUntil) return null;
    try {
      return await this.beginOn(await this.pool.connect(), opening, position);
    } catch (error) {
      this.restsUntil = performance.now() + REST;
      this.log.warn(`The primary answers for the replica: ${error instanceof Error ? error.message : '?'}`);
      return null;
    }
  }

  private async beginOn(client: PoolClient, opening: string, position: string): Promise<PoolClient | null> {
    try {
      // In a transaction of its own: asked in the reader's, the log could move on after its snapshot was taken.
      const answers: unknown = await client.query(
        `BEGIN READ ONLY; SELECT pg_last_wal_replay_lsn() >= '${position}'::pg_lsn AS reached; COMMIT; ${opening}`,
      );
      // Null from a server that was promoted: it follows no log any more.
      if ((answers as QueryResult<{ reached: boolean | null }>[])[1]?.rows[0]?.reached) return client;
      await client.query('ROLLBACK');
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.release();
    return null;
  }
}
