import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Clock } from '../common/clock.js';
import { StrataError } from '../common/errors.js';
import { Operation } from '../common/operation/operation.js';
import type { CalendarDate, Instant } from '../domain/facts.js';
import { Connections } from './connection/connections.js';
import type { OpenTransaction, Statement } from './connection/open-transaction.js';
import { untouched, type OperationState } from './connection/operation-state.js';
import type { LogPosition } from './connection/log-position.js';
import { checkedScope, type TenantScope } from './tenant-scope.js';

/** Runs before a write is confirmed, with the accounts it touched. */
export type BeforeCommit = (accountIds: readonly string[]) => Promise<void>;

/**
 * The one way to the database while serving: a transaction per operation, opened by its first statement, in which
 * PostgreSQL itself shows only the tenant's rows.
 */
@Injectable()
export class TenantTransaction {
  private readonly beforeCommit: BeforeCommit[] = [];

  constructor(
    private readonly connections: Connections,
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
      } finally {
        this.finish();
      }
    });
  }

  /**
   * Runs `work` as an operation of its own in the middle of a reading one, which lets go of its connection for that time
   * and goes on with what is there afterwards: two connections for one request could starve the pool.
   */
  async aside<T>(scope: TenantScope, work: () => Promise<T>): Promise<T> {
    if (this.scope.access !== 'read') throw new Error('Only a reading operation can be left for another.');
    await this.commit();
    return this.run(scope, work);
  }

  /** Says whose rows this operation is about; once, before its first statement. */
  enter(scope: TenantScope): void {
    this.state.scope = checkedScope(scope);
  }

  /** From here on PostgreSQL shows only the accounts of this user. */
  async narrowTo(ownerId: string): Promise<void> {
    this.state.scope = checkedScope({ ...this.scope, ownerId });
    await this.query(sql`SELECT set_config('app.owner_id', ${ownerId}, true)`);
  }

  /**
   * A reading operation goes on at the replica if that has every write up to `position`, else at the primary. What was
   * read so far, above all whether the caller may, came from the primary.
   */
  async moveToReplica(position?: LogPosition): Promise<void> {
    if (this.scope.access !== 'read') throw new Error('Only a reading operation goes on at a replica.');
    await this.commit();
    const transaction = await this.connections.beginAtReplica(this.scope, position);
    if (transaction) Object.assign(this.state, { open: Promise.resolve(transaction), atReplica: true });
  }

  /** Replays a past: from here on the operation happens at `at`, which is never before the step that came last. */
  moveTo(at: Instant): void {
    const { scope } = this;
    if (scope.at !== undefined && at < scope.at) throw new Error('A replay goes forward in time.');
    this.state.scope = { ...scope, at };
  }

  /** The tenant of this operation. Every statement carries it, beside the database's own check. */
  get tenantId(): string {
    return this.scope.tenantId;
  }

  /** Whether the replica answers just now. */
  get atReplica(): boolean {
    return this.state.atReplica;
  }

  /** Where the latest write of this operation ended in the log; null before one, or without a replica. */
  get position(): LogPosition | null {
    return this.state.position;
  }

  /** How many operations of this process are at the database just now, or wait to be. */
  get openCount(): number {
    return this.connections.open;
  }

  /** When this operation happens. */
  get now(): Instant {
    return this.state.scope?.at ?? this.clock.now();
  }

  /** The day on which this operation happens, in UTC. */
  get today(): CalendarDate {
    return this.now.slice(0, 10);
  }

  /** Sends a statement behind those under way, and waits for its rows. */
  async query<Row>(statement: Statement): Promise<Row[]> {
    return (await this.opened()).query<Row>(statement);
  }

  async one<Row>(statement: Statement): Promise<Row | null> {
    return (await this.query<Row>(statement))[0] ?? null;
  }

  /** Sends what answers nothing and nobody waits for: if it fails, so does what comes behind it, and the commit. */
  async send(statement: Statement): Promise<void> {
    (await this.opened()).send(statement);
  }

  /** Undoes what `work` wrote if it fails, and only that; what the operation wrote before it stays. */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const transaction = await this.opened();
    try {
      return await transaction.step(work);
    } catch (error) {
      this.state.touched.clear();
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

  /** Confirms what was written so far. A statement that comes later opens another transaction. */
  async commit(): Promise<void> {
    const { scope, open } = this.close();
    const asksPosition = scope?.access === 'write' && this.connections.hasReplica;
    const position = await (await open)?.commit(asksPosition);
    if (position) this.state.position = position;
  }

  /** Undoes what was not confirmed. */
  async rollback(): Promise<void> {
    await (await this.close().open)?.rollback();
  }

  /** Nothing of this operation comes to the database any more: not a branch either that nobody waits for after a failure. */
  finish(): void {
    this.state.over = true;
  }

  private get state(): OperationState {
    return Operation.current().part(this, untouched);
  }

  private get scope(): TenantScope {
    const { scope } = this.state;
    if (!scope) throw new StrataError('UNAUTHENTICATED', 'Send an API key: Authorization: Bearer strata_...');
    return scope;
  }

  private opened(): Promise<OpenTransaction> {
    const { state } = this;
    if (state.over) throw new Error('The operation is over.');
    state.open ??= this.connections.begin(this.scope);
    return state.open;
  }

  /** What was open, taken out of the operation before it ends, so that nothing comes after its end. */
  private close(): Pick<OperationState, 'scope' | 'open'> {
    const { scope, open } = this.state;
    Object.assign(this.state, { open: null, atReplica: false, touched: new Set<string>() });
    return { scope, open };
  }
}
