import { createHmac } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, type DatabaseAccess } from './data-source.js';
import { APP_ROLE } from './isolation.js';

/** Any number the product keeps to itself: two instances that start together migrate one after the other. */
const MIGRATION_LOCK = 7_315_942;

/**
 * Brings the schema up to date as the administrating login. Safe when several instances start at once.
 * Returns the names of the migrations that ran.
 */
export async function migrate(access: DatabaseAccess): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions({ ...access, poolSize: 2 })).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.startTransaction();
    await lock.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations({ transaction: 'all' });
    await lock.commitTransaction();
    return ran.map((migration) => migration.name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}

/**
 * The address the service connects with: the same database as the restricted role. The role gets its password here,
 * derived from the administrator's, so that several instances agree on it without keeping another secret.
 */
export async function appAddress(adminUrl: string): Promise<string> {
  const url = new URL(adminUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(APP_ROLE).digest('hex');
  url.username = APP_ROLE;
  url.password = password;
  if (!(await canConnect(url.href))) await allowLogin(adminUrl, password);
  return url.href;
}

async function canConnect(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    // 28P01 wrong password, 28000 no login: what allowLogin() mends. Anything else is the operator's to know.
    if (code === '28P01' || code === '28000') return false;
    throw error;
  }
}

async function allowLogin(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD '${password}'`);
    await client.query(`ALTER ROLE ${APP_ROLE} SET TimeZone = 'UTC'`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** Refuses to serve with a login that row level security does not hold: then isolation would be a promise only. */
export async function refusePowerfulLogin(dataSource: DataSource): Promise<void> {
  const [login] = await dataSource.query<{ name: string; powerful: boolean; owner: boolean; zone: string }[]>(
    `SELECT current_user AS name, r.rolsuper OR r.rolbypassrls AS powerful, current_setting('TimeZone') AS zone,
            EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relname = 'accounts') AS owner
       FROM pg_roles r WHERE r.rolname = current_user`,
  );
  if (!login || login.powerful || login.owner) {
    throw new Error(
      `The service would connect as "${login?.name ?? '?'}", which can see every tenant's rows. ` +
        `DATABASE_APP_URL must name a login that owns no table, is no superuser and cannot bypass row level security.`,
    );
  }
  if (login.zone !== 'UTC') {
    throw new Error(
      `The login "${login.name}" works in time zone ${login.zone}: ALTER ROLE ${login.name} SET TimeZone = 'UTC'.`,
    );
  }
}
