import { connected } from './cluster.mjs';

const FOREIGN_KEYS = `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' ORDER BY conrelid, conname`;

const INDEXES = `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisprimary AND c.relname <> 'migrations' ORDER BY 1`;

/**
 * Runs `fill` while the tables have neither foreign keys nor secondary indexes, which makes COPY several times faster,
 * and restores both. Restoring checks every foreign key, so what was filled in is proven to fit together.
 */
export async function withoutIndexes(url, fill, log) {
  const { keys, indexes } = await connected(url, (client) => takeAway(client));
  const result = await fill();
  log('Indexing, and checking every reference');
  await connected(url, async (client) => {
    await client.query('SET maintenance_work_mem = 524288');
    for (const { definition } of indexes) await client.query(definition);
    for (const { table, name, definition } of keys) {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    }
    await client.query('VACUUM (ANALYZE)');
  });
  return result;
}

async function takeAway(client) {
  const { rows: keys } = await client.query(FOREIGN_KEYS);
  const { rows: indexes } = await client.query(INDEXES);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return { keys, indexes };
}
