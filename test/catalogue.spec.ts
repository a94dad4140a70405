import { DataSource } from 'typeorm';
import { TABLES } from '../src/app.tables.js';
import { dataSourceOptions } from '../src/database/data-source.js';
import { APP_ROLE } from '../src/database/isolation.js';
import { runSql, tenantTables } from './direct-sql.js';
import { createMigratedDatabase } from './migrated-database.js';
import type { ThrowawayDatabase } from './throwaway-database.js';

/** The tables that belong to no tenant: the directory of tenants and the journal of migrations. */
const DIRECTORIES = ['migrations', 'tenants'];

describe('the database obeys the data rules', () => {
  let database: ThrowawayDatabase;
  let tables: string[];

  beforeAll(async () => {
    database = await createMigratedDatabase();
    tables = await tenantTables(database.url);
  });
  afterAll(() => database.drop());

  /** What a statement finds, one text per row: nothing, where the rule is kept. */
  async function found(statement: string): Promise<string[]> {
    const rows = await runSql<{ what: string }>(database.url, statement);
    return rows.map(({ what }) => what).sort();
  }

  const OURS = `c.relnamespace = 'public'::regnamespace`;

  it('every table is a tenant table, except the directories', async () => {
    const all = await found(
      `SELECT c.relname AS what FROM pg_class c WHERE c.relkind IN ('r', 'p') AND ${OURS}`,
    );
    expect(all.filter((table) => !tables.includes(table))).toEqual(DIRECTORIES);
    expect(tables.length).toBeGreaterThanOrEqual(17);
  });

  it('tenant_id is a uuid that is never null', async () => {
    const nullable = `SELECT c.relname AS what FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relkind IN ('r', 'p') AND ${OURS} AND a.attname = 'tenant_id' AND NOT (a.attnotnull AND a.atttypid = 'uuid'::regtype)`;
    expect(await found(nullable)).toEqual([]);
  });

  it('tenant_id comes first in every primary key, unique key and index', async () => {
    const others = `SELECT i.indexrelid::regclass::text AS what FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id'
      WHERE ${OURS} AND i.indkey[0] <> t.attnum`;
    expect(await found(others)).toEqual([]);
    const keyless = `SELECT c.relname AS what FROM pg_class c WHERE c.relkind IN ('r', 'p') AND ${OURS}
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)`;
    expect(await found(keyless)).toEqual([]);
  });

  it('every foreign key runs within one tenant, and only restricts or cascades', async () => {
    const keys = `SELECT k.conname AS what FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      LEFT JOIN pg_attribute f ON f.attrelid = k.conrelid AND f.attname = 'tenant_id'
      LEFT JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attname = 'tenant_id'
      WHERE k.contype = 'f' AND k.conparentid = 0 AND ${OURS}`;
    expect((await found(keys)).length).toBeGreaterThan(10);
    expect(
      await found(
        `${keys} AND (k.conkey[1] IS DISTINCT FROM f.attnum OR k.confkey[1] IS DISTINCT FROM t.attnum)`,
      ),
    ).toEqual([]);
    // a: no action, which restricts too, at the end of the statement; r: restrict; c: cascade.
    expect(
      await found(`${keys} AND (k.confdeltype NOT IN ('r', 'c') OR k.confupdtype NOT IN ('a', 'r', 'c'))`),
    ).toEqual([]);
  });

  it('every foreign key can be followed backwards by an index', async () => {
    const missing = `SELECT k.conname AS what FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype = 'f' AND k.conparentid = 0 AND ${OURS} AND k.confrelid <> 'users'::regclass AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`;
    expect(await found(missing)).toEqual([]);
  });

  it('row level security holds everybody, the owner too, on every tenant table', async () => {
    const open = `SELECT c.relname AS what FROM pg_class c WHERE c.relkind IN ('r', 'p') AND ${OURS}
      AND c.relname <> ALL ('{${DIRECTORIES.join(',')}}') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`;
    expect(await found(open)).toEqual([]);
    const policies = `SELECT p.tablename AS what FROM pg_policies p WHERE p.policyname = 'tenant_isolation' AND p.permissive = 'PERMISSIVE'
      AND p.cmd = 'ALL' AND p.qual LIKE '%tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid%'`;
    expect(await found(policies)).toEqual(tables);
    const further = `SELECT p.tablename || ' ' || p.policyname AS what FROM pg_policies p
      WHERE p.permissive = 'PERMISSIVE' AND p.policyname <> 'tenant_isolation'`;
    expect(await found(further)).toEqual([]);
  });

  it('there are no triggers, views, rules, functions or sequences of ours', async () => {
    expect(await found(`SELECT tgname AS what FROM pg_trigger WHERE NOT tgisinternal`)).toEqual([]);
    expect(
      await found(`SELECT c.relname AS what FROM pg_class c WHERE c.relkind IN ('m', 'v') AND ${OURS}`),
    ).toEqual([]);
    expect(
      await found(`SELECT p.proname AS what FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(await found(`SELECT c.relname AS what FROM pg_class c WHERE c.relkind = 'S' AND ${OURS}`)).toEqual(
      ['migrations_id_seq'],
    );
  });

  it('an instant is stored as one: no timestamp without a time zone', async () => {
    const zoneless = `SELECT c.relname || '.' || a.attname AS what FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relkind IN ('r', 'p') AND ${OURS} AND a.attnum > 0 AND a.atttypid IN ('timestamp'::regtype, 'time'::regtype)`;
    expect(await found(zoneless)).toEqual([]);
  });

  it('no column makes its own value: ids and instants come from the service', async () => {
    const defaults = `SELECT c.relname || '.' || a.attname AS what FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
      WHERE ${OURS} AND c.relname <> 'migrations' AND pg_get_expr(d.adbin, d.adrelid) ~ '\\('`;
    expect(await found(defaults)).toEqual([]);
  });

  it('the login of the service owns nothing, is a member of nothing and may bypass nothing', async () => {
    const role = `(SELECT oid FROM pg_roles WHERE rolname = '${APP_ROLE}')`;
    expect(await found(`SELECT c.relname AS what FROM pg_class c WHERE c.relowner = ${role}`)).toEqual([]);
    expect(
      await found(`SELECT m.roleid::regrole::text AS what FROM pg_auth_members m WHERE m.member = ${role}`),
    ).toEqual([]);
    const powers = `SELECT rolname AS what FROM pg_roles WHERE oid = ${role}
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`;
    expect(await found(powers)).toEqual([]);
    const destructive = `SELECT table_name || ' ' || privilege_type AS what FROM information_schema.table_privileges
      WHERE grantee = '${APP_ROLE}' AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`;
    expect(await found(destructive)).toEqual([]);
  });

  it('the migrations make exactly the tables that the entities describe', async () => {
    const dataSource = await new DataSource(
      dataSourceOptions({ url: database.url, tables: TABLES, poolSize: 1 }),
    ).initialize();
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });
});
