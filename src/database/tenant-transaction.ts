import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult } from 'pg';
import sql, { raw, type Sql } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { StrataError } from '../common/errors.js';
import { Operation } from '../common/operation.js';
import type { CalendarDate, Instant } from '../domain/facts.js';
import { openingFor } from './isolation.js';
import { leaveTogether } from './leave-together.js';
import { StatementLimit } from './statement-limit.js';
import { ReadReplica, type LogPosition } from './read-replica.js';

/** Whose rows an operation may touch. The database enforces both ids by row level security. */
export interface TenantScope {
  tenantId: string;
  /** Only accounts of this user, and what hangs on them; null for all accounts of the tenant. */
  ownerId: string | null;
  access: 'read' | 'write';
  /** The instant at which the operation happens, for replaying a past; now when left out. */
  at?: Instant;
}

/** Runs before a write is confirmed, with the accounts it touched. */
export type BeforeCommit = (accountIds: readonly string[]) => Promise<void>;

interface Transaction {
  scope: TenantScope | null;
  client: Promise<PoolClient> | null;
  /** Gives the connection back to the pool it came from. */
  release: () => void | Promise<void>;
  /** Whether the open transaction is one of the replica's. */
  atReplica: boolean;
  /** What was sent without waiting for its answer. */
  sent: Promise<unknown>;
  touched: Set<string>;
  /** Where in the log the latest write ended; null before one, and where there is no replica to wait for it. */
  position: LogPosition | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The one way to the database while serving: a transaction per operation, opened by its first statement, in which
 * PostgreSQL itself shows only the tenant's rows.
 */
@Injectable()
export class TenantTransaction {
  private readonly beforeCommit: BeforeCommit[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly replica: ReadReplica,
    private readonly limit: StatementLimit,
  ) {}

  /** Runs `work` as an operation of its own, confirmed at its end and undone if it fails: for commands and jobs. */
  async run<T>(scope: TenantScope, work: () => Promise<T>): Promise<T> {
    return Operation.run(async () => {
      this.enter(scope);
      try {
        const result = await work();
        await this.refreshTouched();
        await this.commit();
        return result;
      } catch (error) {
        await this.rollback();
        throw error;
      }
    });
  }

  /**
   * Runs `work` as an operation of its own in the middle of a reading one, which lets go of its connection for that time
   * and goes on with what is there afterwards: two connections for one request could starve the pool.
   */
  async aside<T>(scope: TenantScope, work: () => Promise<T>): Promise<T> {
    if (this.requireScope().access !== 'read')
      throw new Error('Only a reading operation can be left for another.');
    await this.commit();
    return this.run(scope, work);
  }

  /** Says whose rows this operation is about; once, before its first statement. */
  enter(scope: TenantScope): void {
    if (!UUID.test(scope.tenantId) || (scope.ownerId !== null && !UUID.test(scope.ownerId))) {
      throw new Error('The ids of a scope are UUIDs.');
    }
    this.state.scope = scope;
  }

  /**
   * Enters and opens the transaction at once, and finds out in the same round trip for whom: the first row of `lookUp`.
   * @param lookUp one statement without parameters, made of checked ids and nothing a caller wrote.
   */
  async enterBy<Row>(scope: TenantScope, lookUp: string): Promise<Row | null> {
    this.enter(scope);
    const { state } = this;
    const opened = this.begin(state, lookUp);
    state.client = opened.then(({ client }) => client);
    return ((await opened).rows[0] as Row | undefined) ?? null;
  }

  /** From here on PostgreSQL shows only the accounts of this user. */
  async narrowTo(ownerId: string): Promise<void> {
    if (!UUID.test(ownerId)) throw new Error('The id of an owner is a UUID.');
    this.state.scope = { ...this.requireScope(), ownerId };
    await this.query(sql`SELECT set_config('app.owner_id', ${ownerId}, true)`);
  }

  /**
   * A reading operation goes on at the replica if that has every write up to `position`, else at the primary. What was
   * read so far, above all whether the caller may, came from the primary.
   */
  async moveToReplica(position?: LogPosition): Promise<void> {
    if (this.requireScope().access !== 'read')
      throw new Error('Only a reading operation can be answered by a replica.');
    await this.commit();
    const client = await this.replica.open(openingFor(this.requireScope(), this.limit), position);
    if (!client) return;
    const state: Partial<Transaction> = { client: Promise.resolve(client), release: () => client.release() };
    Object.assign(this.state, state, { atReplica: true });
  }

  /** Replays a past: from here on the operation happens at `at`, which is never before the step that came last. */
  moveTo(at: Instant): void {
    const scope = this.requireScope();
    if (scope.at !== undefined && at < scope.at) throw new Error('A replay goes forward in time.');
    this.state.scope = { ...scope, at };
  }

  /** The tenant of this operation. Every statement carries it, beside the database's own check. */
  get tenantId(): string {
    return this.requireScope().tenantId;
  }

  /** Whether the replica answers just now. */
  get atReplica(): boolean {
    return this.state.atReplica;
  }

  /** Where the latest write of this operation ended in the log; null before one, or without a replica. */
  get position(): LogPosition | null {
    return this.state.position;
  }

  /** When this operation happens. */
  get now(): Instant {
    return this.state.scope?.at ?? this.clock.now();
  }

  /** The day on which this operation happens, in UTC. */
  get today(): CalendarDate {
    return this.now.slice(0, 10);
  }

  /**
   * Sends a statement at once, behind those under way: they are carried out in the order in which they were sent, and
   * whoever needs no answer for the next one need not wait for it.
   */
  async query<Row>(statement: Sql): Promise<Row[]> {
    const state = this.state;
    state.client ??= this.begin(state).then(({ client }) => client);
    const client = await state.client;
    leaveTogether(client);
    return (await client.query({ text: statement.text, values: statement.values })).rows as Row[];
  }

  async one<Row>(statement: Sql): Promise<Row | null> {
    return (await this.query<Row>(statement))[0] ?? null;
  }

  /** Undoes what `work` wrote if it fails, and only that; what the operation wrote before it stays. */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    this.send('SAVEPOINT step');
    try {
      const result = await work();
      this.send('RELEASE SAVEPOINT step');
      return result;
    } catch (error) {
      this.state.touched.clear();
      this.send('ROLLBACK TO SAVEPOINT step');
      this.send('RELEASE SAVEPOINT step');
      throw error;
    }
  }

  /** Says that these accounts were written to, so that their assessment is refreshed before the write is confirmed. */
  touch(accountIds: Iterable<string>): void {
    for (const id of accountIds) this.state.touched.add(id);
  }

  /** Lets a feature do its part before every commit, without the writers knowing it. */
  onBeforeCommit(work: BeforeCommit): void {
    this.beforeCommit.push(work);
  }

  /** Does what the features registered for the accounts touched so far. */
  async refreshTouched(): Promise<void> {
    const touched = [...this.state.touched];
    this.state.touched.clear();
    if (touched.length === 0) return;
    for (const work of this.beforeCommit) await work(touched);
  }

  async commit(): Promise<void> {
    await this.end('COMMIT');
  }

  async rollback(): Promise<void> {
    await this.end('ROLLBACK');
  }

  private get state(): Transaction {
    return Operation.current().part(this, () => ({
      scope: null,
      client: null,
      release: () => undefined,
      atReplica: false,
      sent: Promise.resolve(),
      touched: new Set<string>(),
      position: null,
    }));
  }

  private requireScope(): TenantScope {
    const { scope } = this.state;
    if (!scope) throw new StrataError('UNAUTHENTICATED', 'Send an API key: Authorization: Bearer strata_...');
    return scope;
  }

  /** One round trip, the first row of `lookUp` included. */
  private async begin(state: Transaction, lookUp = ''): Promise<{ client: PoolClient; rows: unknown[] }> {
    const runner = this.dataSource.createQueryRunner();
    state.release = () => runner.release();
    const client = (await runner.connect()) as PoolClient;
    const answers: unknown = await client.query(openingFor(this.requireScope(), this.limit) + lookUp);
    return { client, rows: (answers as QueryResult[])[2]?.rows ?? [] };
  }

  /** Sends what answers nothing; if it fails, so does the end of the transaction. */
  private send(text: string): void {
    const { state } = this;
    const answer = this.query(raw(text));
    state.sent = Promise.all([state.sent, answer]);
    // Looked at when the transaction ends; until then it is no failure that nobody looks at.
    state.sent.catch(() => undefined);
  }

  private async end(verb: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const state = this.state;
    if (!state.client) return;
    try {
      const client = await state.client;
      const [[ended, after]] = await Promise.all([this.sendEnd(client, verb), state.sent]);
      if (verb === 'COMMIT' && ended?.command !== 'COMMIT')
        throw new Error('The transaction had failed and was undone.');
      state.position = after?.rows[0]?.position ?? state.position;
    } finally {
      await state.release();
      Object.assign(state, { client: null, atReplica: false, touched: new Set<string>() });
    }
  }

  /** A writer learns in the same round trip where in the log its writes have ended, if there is a replica to be behind. */
  private async sendEnd(
    client: PoolClient,
    verb: 'COMMIT' | 'ROLLBACK',
  ): Promise<QueryResult<{ position: LogPosition }>[]> {
    const wrote = verb === 'COMMIT' && this.requireScope().access === 'write' && this.replica.exists;
    const text = wrote ? 'COMMIT; SELECT pg_current_wal_insert_lsn() AS position' : verb;
    const answers: unknown = await client.query(text);
    return (wrote ? answers : [answers]) as QueryResult<{ position: LogPosition }>[];
  }
}
