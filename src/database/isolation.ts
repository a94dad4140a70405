import type { QueryRunner } from 'typeorm';

/** The role the service connects as. It owns nothing and cannot bypass row level security. */
export const APP_ROLE = 'strata_app';

/** What the service may do with a table: append-only tables are never updated, by the database's own word. */
export type Grant = 'SELECT, INSERT' | 'SELECT, INSERT, UPDATE' | 'SELECT, INSERT, UPDATE, DELETE';

/** Shows and takes only rows of the tenant that the transaction was opened for; none when it was opened for nobody. */
export async function isolateByTenant(runner: QueryRunner, table: string, grant: Grant): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY tenant_isolation ON ${table}
       USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
  );
  // MAINTAIN lets an import refresh the statistics: of a table that has just grown from nothing, the planner thinks small.
  await runner.query(`GRANT ${grant}, MAINTAIN ON ${table} TO ${APP_ROLE}`);
}
