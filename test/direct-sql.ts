import pg from 'pg';

/** Runs one statement past the service, as the login that the address names. */
export async function runSql<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(text, values)).rows);
}

/** A connection for the length of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The tables with a `tenant_id`, by name. */
export async function tenantTables(url: string): Promise<string[]> {
  const rows = await runSql<{ name: string }>(
    url,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id' AND NOT a.attisdropped
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Copies all rows of one tenant to another, ids and all, so that only the tenant tells them apart. */
export async function copyTenant(url: string, from: string, to: string): Promise<void> {
  const tables = await tenantTables(url);
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query("SET LOCAL session_replication_role = 'replica'");
    for (const table of tables) {
      await client.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || jsonb_build_object('tenant_id', $2::uuid))).*
         FROM ${table} t WHERE tenant_id = $1 ON CONFLICT DO NOTHING`,
        [from, to],
      );
    }
    await client.query('COMMIT');
  });
}

/** One text for all that a tenant has stored: it changes with any row of it. */
export async function fingerprint(url: string, tenantId: string): Promise<string> {
  const parts = (await tenantTables(url)).map(
    (table) =>
      `SELECT '${table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS rows
       FROM ${table} t WHERE tenant_id = $1`,
  );
  const rows = await runSql<{ rows: string }>(url, parts.join(' UNION ALL '), [tenantId]);
  return rows.map((row) => row.rows).join('\n');
}
