import { rmSync } from 'node:fs';

/** Ends the server of the run and removes its data, whether the tests passed or not. */
export default async function stopTestPostgres(): Promise<void> {
  const running = globalThis.testPostgres;
  if (!running) return;
  try {
    await checkStatements();
  } finally {
    await running.pooler?.stop();
    await running.server.stop();
    rmSync(running.folder, { recursive: true, force: true });
  }
}

/** Fails the run if a service of it has sent a statement that touches a tenant table without naming its tenant. */
async function checkStatements(): Promise<void> {
  const { keptStatements, refuseTenantless } = await import('./scale/seen-statements.js');
  const statements = keptStatements(process.env.STRATA_TEST_STATEMENTS ?? '');
  if (statements.length === 0) return;
  const { tenantTables } = await import('./direct-sql.js');
  const { createMigratedDatabase } = await import('./migrated-database.js');
  const database = await createMigratedDatabase();
  const tables = await tenantTables(database.url);
  await refuseTenantless(statements, new Set(tables));
}
