import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult } from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import { DataSource, type QueryRunner } from 'typeorm';
import { Clock } from '../common/clock.js';
import { StrataError } from '../common/errors.js';
import { Operation } from '../common/operation.js';
import type { CalendarDate, Instant } from '../domain/facts.js';

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
  runner: QueryRunner | null;
  client: Promise<PoolClient> | null;
  /** The statement under way: pg answers one at a time on a connection. */
  tail: Promise<unknown>;
  touched: Set<string>;
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

  /** When this operation happens. */
  get now(): Instant {
    return this.state.scope?.at ?? this.clock.now();
  }

  /** The day on which this operation happens, in UTC. */
  get today(): CalendarDate {
    return this.now.slice(0, 10);
  }

  async query<Row>(statement: Sql): Promise<Row[]> {
    const state = this.state;
    state.client ??= this.begin(state).then(({ client }) => client);
    const client = await state.client;
    const answer = state.tail.then(() => client.query({ text: statement.text, values: statement.values }));
    state.tail = answer.catch(() => undefined);
    return (await answer).rows as Row[];
  }

  async one<Row>(statement: Sql): Promise<Row | null> {
    return (await this.query<Row>(statement))[0] ?? null;
  }

  /** Undoes what `work` wrote if it fails, and only that; what the operation wrote before it stays. */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    await this.command('SAVEPOINT step');
    try {
      const result = await work();
      await this.command('RELEASE SAVEPOINT step');
      return result;
    } catch (error) {
      this.state.touched.clear();
      await this.command('ROLLBACK TO SAVEPOINT step');
      await this.command('RELEASE SAVEPOINT step');
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
      runner: null,
      client: null,
      tail: Promise.resolve(),
      touched: new Set<string>(),
    }));
  }

  private requireScope(): TenantScope {
    const { scope } = this.state;
    if (!scope) throw new StrataError('UNAUTHENTICATED', 'Send an API key: Authorization: Bearer strata_...');
    return scope;
  }

  /** One round trip: the ids are checked UUIDs, and a string of several statements takes no parameters. */
  private async begin(state: Transaction, lookUp = ''): Promise<{ client: PoolClient; rows: unknown[] }> {
    const { tenantId, ownerId, access } = this.requireScope();
    state.runner = this.dataSource.createQueryRunner();
    const client = (await state.runner.connect()) as PoolClient;
    const answers: unknown = await client.query(
      `BEGIN ${access === 'read' ? 'ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'READ WRITE'};` +
        `SELECT set_config('app.tenant_id', '${tenantId}', true), set_config('app.owner_id', '${ownerId ?? ''}', true);` +
        lookUp,
    );
    return { client, rows: (answers as QueryResult[])[2]?.rows ?? [] };
  }

  private async command(text: string): Promise<void> {
    await this.query({ text, values: [] } as unknown as Sql);
  }

  private async end(verb: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const state = this.state;
    if (!state.client) return;
    try {
      const client = await state.client;
      await state.tail;
      const { command } = await client.query(verb);
      if (verb === 'COMMIT' && command !== 'COMMIT')
        throw new Error('The transaction had failed and was undone.');
    } finally {
      await state.runner?.release();
      Object.assign(state, { client: null, runner: null, touched: new Set<string>() });
    }
  }
}
