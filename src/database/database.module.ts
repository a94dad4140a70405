import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dataSourceOptions, replicaOptions, type DatabaseAccess } from './data-source.js';
import { PagesReader } from './pages.reader.js';
import { ReadReplica } from './read-replica.js';
import { StatementLimit } from './statement-limit.js';
import { TenantTransaction } from './tenant-transaction.js';

/** The database as the restricted role sees it. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static of(access: DatabaseAccess, limit: StatementLimit): DynamicModule {
    const dataSource = {
      provide: DataSource,
      useFactory: () => new DataSource(dataSourceOptions(access)).initialize(),
    };
    const replica = { provide: ReadReplica, useFactory: () => new ReadReplica(replicaOptions(access)) };
    const limited = { provide: StatementLimit, useValue: limit };
    return {
      module: DatabaseModule,
      providers: [dataSource, TenantTransaction, PagesReader, replica, limited],
      exports: [DataSource, TenantTransaction, PagesReader],
    };
  }

  /** After the requests, and the jobs between them, have come to their end. */
  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
