import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Connections } from './connection/connections.js';
import { dataSourceOptions, replicaOptions, type DatabaseAccess } from './data-source.js';
import { PagesReader } from './pages.reader.js';
import { PreparedStatements } from './connection/prepared-statements.js';
import { ReadReplica } from './connection/read-replica.js';
import { StatementLimit } from './connection/statement-limit.js';
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
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static of(access: DatabaseAccess, { timeoutMs, prepare }: StatementSettings): DynamicModule {
    const dataSource = {
      provide: DataSource,
      useFactory: () => new DataSource(dataSourceOptions(access)).initialize(),
    };
    const replica = { provide: ReadReplica, useFactory: () => new ReadReplica(replicaOptions(access)) };
    const limit = { provide: StatementLimit, useValue: new StatementLimit(timeoutMs) };
    const prepared = { provide: PreparedStatements, useValue: new PreparedStatements(prepare) };
    return {
      module: DatabaseModule,
      providers: [dataSource, Connections, TenantTransaction, PagesReader, replica, limit, prepared],
      exports: [DataSource, TenantTransaction, PagesReader],
    };
  }

  /** After the requests, and the jobs between them, have come to their end. */
  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
