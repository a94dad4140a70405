import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Connections } from './connections.js';
import { dataSourceOptions, replicaOptions, type DatabaseAccess } from './data-source.js';
import { PagesReader } from './pages.reader.js';
import { PreparedStatements } from './prepared-statements.js';
import { ReadReplica } from './read-replica.js';
import { StatementLimit } from './statement-limit.js';
import { TenantTransaction } from './tenant-transaction.js';

/** How statements are sent. */
export interface StatementSettings {
  /** Milliseconds until PostgreSQL gives one up. */
  timeoutMs: number;
  /** Whether those that come often are prepared. */
  prepare: boolean;
}

/** The database as the restricted role sees it. */
@Global()
@Module({})
export class DatabaseModule {
  static of(access: DatabaseAccess, { timeoutMs, prepare }: StatementSettings): DynamicModule {
    const replica = { provide: ReadReplica, useFactory: () => new ReadReplica(replicaOptions(access)) };
    const limit = { provide: StatementLimit, useValue: new StatementLimit(timeoutMs) };
    const prepared = { provide: PreparedStatements, useValue: new PreparedStatements(prepare) };
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(access), retryAttempts: 0 })],
      providers: [Connections, TenantTransaction, PagesReader, replica, limit, prepared],
      exports: [TenantTransaction, PagesReader],
    };
  }
}
