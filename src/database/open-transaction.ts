import type { PoolClient, QueryResult } from 'pg';
import { raw, type Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { leaveTogether } from './leave-together.js';
import type { LogPosition } from './log-position.js';

/** A transaction that has been begun, on the connection that is its own until it ends. */
export class OpenTransaction {
  /** What was sent without waiting for its answer. */
  private sent: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: PoolClient,
    /** Gives the connection back to the pool it came from. */
    private readonly release: () => void | Promise<void>,
    /** What the statement that came with its opening found, if there was one. */
    readonly found: readonly unknown[] = [],
  ) {}

  /**
   * Begins one at the primary, in one round trip.
   * @param opening the statements that begin it, then one that looks something up, if any.
   */
  static async begin(dataSource: DataSource, opening: string): Promise<OpenTransaction> {
    const runner = dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const answers = (await client.query(opening)) as unknown as QueryResult[];
      return new OpenTransaction(client, () => runner.release(), answers[2]?.rows);
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  /**
   * Sends a statement at once, behind those under way: they are carried out in the order in which they were sent, and
   * whoever needs no answer for the next one need not wait for it.
   */
  async query<Row>({ text, values }: Sql): Promise<Row[]> {
    leaveTogether(this.client);
    return (await this.client.query({ text, values })).rows as Row[];
  }

  /** Sends what answers nothing; if it fails, so does the end of the transaction. */
  send(text: string): void {
    this.sent = Promise.all([this.sent, this.query(raw(text))]);
    // Looked at when the transaction ends; until then it is no failure that nobody looks at.
    this.sent.catch(() => undefined);
  }

  /** Confirms what was written, and says where in the log it ended if that is asked. Throws if nothing was confirmed. */
  async commit(asksPosition: boolean): Promise<LogPosition | null> {
    const text = asksPosition ? 'COMMIT; SELECT pg_current_wal_insert_lsn() AS position' : 'COMMIT';
    const [ended, after] = await this.end<{ position: LogPosition }>(text);
    if (ended?.command !== 'COMMIT') throw new Error('The transaction had failed and was undone.');
    return after?.rows[0]?.position ?? null;
  }

  async rollback(): Promise<void> {
    await this.end('ROLLBACK');
  }

  private async end<Row extends object>(text: string): Promise<QueryResult<Row>[]> {
    try {
      const [answers] = await Promise.all([this.client.query<Row>(text), this.sent]);
      return [answers].flat();
    } finally {
      await this.release();
    }
  }
}
