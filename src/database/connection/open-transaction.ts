import type { PoolClient, QueryResult } from 'pg';
import { raw, type Sql } from 'sql-template-tag';
import { leaveTogether } from './leave-together.js';
import type { LogPosition } from './log-position.js';
import type { PreparedStatements } from './prepared-statements.js';
import { sendQuery } from './send-query.js';

/** PostgreSQL's word for a statement that comes after one of the same transaction has failed (in_failed_sql_transaction). */
const TRANSACTION_FAILED = '25P02';

/** What is sent: words with places ($1) for the values. */
export type Statement = Pick<Sql, 'text' | 'values'>;

/** A transaction on the connection that is its own until it ends. */
export class OpenTransaction {
  /** What was sent without waiting for its answer. */
  private sent: Promise<unknown> = Promise.resolve();

  /** @param opening begins it, unless it has begun: what is sent next travels along. */
  constructor(
    private readonly client: PoolClient,
    private readonly prepared: PreparedStatements,
    /** Gives the connection back to the pool it came from. */
    private readonly release: () => void | Promise<void>,
    opening: string | null = null,
  ) {
    if (opening !== null) this.send(raw(opening));
  }

  /**
   * Sends a statement at once, behind those under way: they are carried out in the order in which they were sent, and
   * whoever needs no answer for the next one need not wait for it.
   */
  async query<Row>(statement: Statement): Promise<Row[]> {
    try {
      return await this.submit<Row>(statement);
    } catch (error) {
      // What was sent without waiting had failed before, and says better why.
      if (codeOf(error) === TRANSACTION_FAILED) await this.sent;
      throw error;
    }
  }

  /** Sends what answers nothing; if it fails, so does the end of the step and of the transaction. */
  send(statement: Statement): void {
    this.sent = Promise.all([this.sent, this.submit(statement)]);
    // Looked at when the transaction ends; until then it is no failure that nobody looks at.
    this.sent.catch(() => undefined);
  }

  /** Undoes what `work` sent if some of it fails, and only that. */
  async step<T>(work: () => Promise<T>): Promise<T> {
    this.send(raw('SAVEPOINT step'));
    const before = this.sent;
    try {
      const result = await work();
      await this.sent;
      this.send(raw('RELEASE SAVEPOINT step'));
      return result;
    } catch (error) {
      // What failed in the step is undone with it, and fails nothing else.
      this.sent = before;
      this.send(raw('ROLLBACK TO SAVEPOINT step'));
      this.send(raw('RELEASE SAVEPOINT step'));
      throw error;
    }
  }

  private async submit<Row>({ text, values }: Statement): Promise<Row[]> {
    leaveTogether(this.client);
    const name = values.length > 0 ? this.prepared.nameOf(text) : undefined;
    try {
      return (await sendQuery(this.client, { name, text, values })).rows as Row[];
    } catch (error) {
      if (name !== undefined) this.prepared.onFailure(text, error);
      throw error;
    }
  }

  /** Confirms what was written, and says where in the log it ended if that is asked. Throws if nothing was confirmed. */
  async commit(asksPosition: boolean): Promise<LogPosition | null> {
    const text = asksPosition ? 'COMMIT; SELECT pg_current_wal_insert_lsn() AS position' : 'COMMIT';
    const [ended, after] = await this.end<{ position: LogPosition }>(text);
    if (ended?.command !== 'COMMIT') throw new Error('The transaction had failed and was undone.');
    return after?.rows[0]?.position ?? null;
  }

  async rollback(): Promise<void> {
    // Whatever failed is undone with it.
    this.sent = Promise.resolve();
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

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
