import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, replicaOptions, type DatabaseAccess } from './data-source.js';
import { PagesReader } from './pages.reader.js';
import { ReadReplica } from './read-replica.js';
import { StatementLimit } from './statement-limit.js';
import { TenantTransaction } from './tenant-transaction.js';

/** The database as the restricted role sees it. */
@Global()
@Module({})
export class DatabaseModule {
  static of(access: DatabaseAccess, limit: StatementLimit): DynamicModule {
    const replica = { provide: ReadReplica, useFactory: () => new ReadReplica(replicaOptions(access)) };
    const limited = { provide: StatementLimit, useValue: limit };
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(access), retryAttempts: 0 })],
      providers: [TenantTransaction, PagesReader, replica, limited],
      exports: [TenantTransaction, PagesReader],
    };
  }
}
