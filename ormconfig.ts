import { DataSource } from 'typeorm';
import { TABLES } from './src/app.tables.js';
import { dataSourceOptions } from './src/database/data-source.js';

/**
 * For TypeORM's own command line, which writes migrations by comparing the entities with a database:
 * see "Add a migration" in CONTRIBUTING.md. The service itself does not use this file.
 */
export default new DataSource(
  dataSourceOptions({ url: process.env.DATABASE_URL ?? 'postgres://localhost/strata', tables: TABLES }),
);
