import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { LogPosition } from './log-position.js';
import { OpenTransaction } from './open-transaction.js';
import { PreparedStatements } from './prepared-statements.js';
import { ReadReplica } from './read-replica.js';
import { StatementLimit } from './statement-limit.js';
import { openingFor, type TenantScope } from '../tenant-scope.js';

/** Begins transactions in which the policies show one tenant's rows, at the primary and at the replica. */
@Injectable()
export class Connections {
  private begun = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly replica: ReadReplica,
    private readonly limit: StatementLimit,
    private readonly prepared: PreparedStatements,
  ) {}

  /** Whether there is a replica, so that writers need to say where they ended. */
  get hasReplica(): boolean {
    return this.replica.exists;
  }

  /** Transactions at the primary that have not ended, and those that wait for a connection. */
  get open(): number {
    return this.begun;
  }

  /** Begins one at the primary, without waiting until it has begun: what is sent next travels along. */
  async begin(scope: TenantScope): Promise<OpenTransaction> {
    const runner = this.dataSource.createQueryRunner();
    const release = (): Promise<void> => {
      this.begun -= 1;
      return runner.release();
    };
    this.begun += 1;
    try {
      const client = (await runner.connect()) as PoolClient;
      return new OpenTransaction(client, this.prepared, release, openingFor(scope, this.limit));
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** Begins one at the replica if that has every write up to `position`; null if it has not, or does not answer. */
  async beginAtReplica(scope: TenantScope, position?: LogPosition): Promise<OpenTransaction | null> {
    const client = await this.replica.begin(openingFor(scope, this.limit), position);
    return client && new OpenTransaction(client, this.prepared, () => client.release());
  }
}
