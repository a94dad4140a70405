import { realpathSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.js';

const HOST = '127.0.0.1';
const SUPERUSER = 'postgres';
const DATABASE = 'strata';

/** The name under which every process that uses the server keeps one connection open. */
const PRESENCE = 'strata presence';

/** SQLSTATEs of a server that is starting, stopping or full: it lives, and will answer a little later. */
const LATER = new Set(['57P03', '53300']);

/** The address of the database, with the superuser's rights. */
export function databaseUrl(cluster: Cluster, port: number): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(cluster.password)}@${HOST}:${port}/${DATABASE}`;
}

/** Whether the server on this port accepts connections and holds this data. Throws when it refuses our password. */
export async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return await withConnection(cluster, port, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      return realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(cluster.data);
    });
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === '28P01')
      throw new Error(`The embedded database refuses the password kept beside ${cluster.data}.`);
    if (LATER.has(code) || !/^[0-9A-Z]{5}$/.test(code)) return false;
    throw error;
  }
}

/** Makes the product's database on a new server. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  await withConnection(cluster, port, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

/** How many processes use the server now. */
async function countPresences(cluster: Cluster, port: number): Promise<number> {
  return withConnection(cluster, port, async (client) => {
    const sql = 'SELECT count(*)::int AS present FROM pg_stat_activity WHERE application_name = $1';
    const { rows } = await client.query<{ present: number }>(sql, [PRESENCE]);
    return rows[0]?.present ?? 0;
  });
}

/**
 * One connection kept open for as long as this process uses the server. The operating system closes it even when the
 * process is killed, which no file or counter would survive as truthfully.
 */
export class Presence {
  private client: pg.Client | undefined;
  private ended = false;

  private constructor(
    private readonly cluster: Cluster,
    private readonly port: number,
  ) {}

  /** Makes this process known to the server. */
  static async declare(cluster: Cluster, port: number): Promise<Presence> {
    const presence = new Presence(cluster, port);
    await presence.connect();
    return presence;
  }

  /** Withdraws, and answers whether nobody is left; false in doubt, as a server left running does no harm. */
  async end(): Promise<boolean> {
    this.ended = true;
    await this.client?.end().catch(() => undefined);
    return countPresences(this.cluster, this.port).then(
      (present) => present === 0,
      () => false,
    );
  }

  private async connect(): Promise<void> {
    const socket = new Socket();
    const client = connectionTo(this.cluster, this.port, PRESENCE, socket);
    await client.connect();
    client.once('end', () => void this.reconnect());
    // A command that has finished should end, even if somebody forgot to stop.
    socket.unref();
    this.client = client;
  }

  /** The server ends every connection when it recovers from a crash of one of its processes. */
  private async reconnect(): Promise<void> {
    while (!this.ended) {
      await delay(500, undefined, { ref: false });
      if (
        this.ended ||
        (await this.connect().then(
          () => true,
          () => false,
        ))
      )
        return;
    }
  }
}

async function withConnection<Result>(
  cluster: Cluster,
  port: number,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = connectionTo(cluster, port, 'strata start');
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Connected to `postgres`, so that nobody is hindered from copying or dropping the product's database. */
function connectionTo(
  cluster: Cluster,
  port: number,
  applicationName: string,
  socket = new Socket(),
): pg.Client {
  const client = new pg.Client({
    host: HOST,
    port,
    user: SUPERUSER,
    password: cluster.password,
    database: 'postgres',
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
    ssl: false,
    stream: () => socket,
  });
  // Without a listener the loss of a connection would end the process; whoever waits for an answer is told anyway.
  client.on('error', () => undefined);
  return client;
}
