import { Logger, type OnModuleDestroy } from '@nestjs/common';
import pg, { type PoolClient, type PoolConfig, type QueryResult } from 'pg';

/**
 * Where in the primary's log (WAL) a write ended, as PostgreSQL prints it: `0/16B3748`. Who has replayed the log up to
 * there can see the write.
 */
export type LogPosition = string;

/** Before every write: whoever answers will do. */
const START_OF_LOG: LogPosition = '0/0';

const LOG_POSITION = /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/i;

/** How long a reader waits for a connection to the replica before the primary answers, in milliseconds. */
const PATIENCE = 1_000;

/** How long a replica that failed is left alone, in milliseconds: else every reader would wait for it in turn. */
const REST = 5_000;

/** Whether this text is a position in PostgreSQL's log. */
export function isLogPosition(text: string): boolean {
  return LOG_POSITION.test(text);
}

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
   * A connection on which `opening` has begun a transaction that sees every write up to `position`; release it at the end.
   * Null if the replica is behind, out of reach or none any more.
   */
  async open(opening: string, position = START_OF_LOG): Promise<PoolClient | null> {
    if (!isLogPosition(position)) throw new Error('A position in the log is two hexadecimal numbers.');
    if (!this.pool || performance.now() < this.restsUntil) return null;
    try {
      return await this.begin(await this.pool.connect(), opening, position);
    } catch (error) {
      this.restsUntil = performance.now() + REST;
      this.log.warn(`The primary answers for the replica: ${error instanceof Error ? error.message : '?'}`);
      return null;
    }
  }

  private async begin(client: PoolClient, opening: string, position: string): Promise<PoolClient | null> {
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
