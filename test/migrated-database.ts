import pg from 'pg';
import { TABLES } from '../src/app.tables.js';
import { appAddress, migrate } from '../src/database/prepare.js';
import { partitionByTenant } from './scale/partition-by-tenant.js';
import { createDatabase, type ThrowawayDatabase } from './throwaway-database.js';

const TEMPLATE = 'strata_migrated';
const TEMPLATE_LOCK = 42;

/** A database of its own with the committed migrations in it. The first one to ask makes the template. */
export async function createMigratedDatabase(): Promise<ThrowawayDatabase> {
  await ensureTemplate();
  return createDatabase(TEMPLATE);
}

async function ensureTemplate(): Promise<void> {
  const server = process.env.STRATA_TEST_POSTGRES_URL ?? '';
  const admin = new pg.Client({ connectionString: addressOf(server, 'postgres') });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [
      TEMPLATE,
    ]);
    if (rowCount) return;
    await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await admin.query(`CREATE DATABASE ${TEMPLATE}`);
    await migrate({ url: addressOf(server, TEMPLATE), tables: TABLES });
    if (process.env.STRATA_TEST_PARTITIONED) await partitionByTenant(addressOf(server, TEMPLATE));
    // Roles belong to the whole server: set up here once, or the workers would get in each other's way.
    await appAddress(addressOf(server, TEMPLATE));
    await admin.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true`);
  } finally {
    await admin.end();
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
