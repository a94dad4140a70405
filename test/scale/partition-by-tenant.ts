import pg from 'pg';

/** How many parts each table is cut into: a sharded server would have some dozens on several machines. */
const PARTS = 4;

/** Where the parts are kept, so that the product's own schema holds the same names as before. */
const PARTS_SCHEMA = 'parts';

/** Every tenant table, with what must be made again after it; each definition in PostgreSQL's own words. */
interface TableDefinition {
  name: string;
  /** Primary, unique, check and exclusion constraints first, foreign keys last. */
  constraints: { text: string; foreign: boolean }[];
  indexes: string[];
  policies: string[];
  grants: string[];
}

const DEFINITIONS = `
  SELECT c.relname AS name,
    ARRAY(SELECT json_build_object('foreign', k.contype = 'f', 'text',
        format('ALTER TABLE %I ADD CONSTRAINT %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)))
      FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x', 'f') ORDER BY k.conname) AS constraints,
    ARRAY(SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = c.oid
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))) AS indexes,
    ARRAY(SELECT format('CREATE POLICY %I ON %I AS %s FOR %s TO %s%s%s', p.policyname, p.tablename, p.permissive, p.cmd,
        array_to_string(p.roles, ', '), ' USING (' || p.qual || ')', ' WITH CHECK (' || p.with_check || ')')
      FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname) AS policies,
    ARRAY(SELECT format('GRANT %s ON %I TO %I', g.privilege_type, c.relname, g.grantee::regrole::text)
      FROM aclexplode(c.relacl) g WHERE g.grantee <> c.relowner) AS grants
  FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)
  ORDER BY 1`;

/**
 * Makes every tenant table of a migrated, still empty database anew, cut by the hash of its tenant, with the same keys,
 * foreign keys, indexes, policies and grants. PostgreSQL then refuses any key that does not hold the tenant, as a sharded
 * one does. Returns how many tables it made.
 */
export async function partitionByTenant(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<TableDefinition>(DEFINITIONS);
    await client.query('BEGIN');
    await client.query(`CREATE SCHEMA ${PARTS_SCHEMA}`);
    for (const statement of rebuilding(tables)) await client.query(statement);
    await client.query('COMMIT');
    return tables.length;
  } finally {
    await client.end();
  }
}

/** The statements that replace the tables; foreign keys come when every table is there to be referred to. */
function rebuilding(tables: readonly TableDefinition[]): string[] {
  const keys = tables.flatMap(({ constraints }) => constraints.filter(({ foreign }) => foreign));
  return [...tables.flatMap(replacing), ...keys.map(({ text }) => text), ...tables.flatMap(isolating)];
}

function replacing({ name, constraints, indexes }: TableDefinition): string[] {
  const table = pg.escapeIdentifier(name);
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const partName = `${PARTS_SCHEMA}.${pg.escapeIdentifier(`${name}_${part}`)}`;
    return `CREATE TABLE ${partName} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTS}, REMAINDER ${part})`;
  });
  return [
    // The sequences, statistics and storage of a tenant table are PostgreSQL's defaults: there are none to take along.
    `CREATE TABLE whole (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING COMMENTS)
       PARTITION BY HASH (tenant_id)`,
    `DROP TABLE ${table} CASCADE`,
    `ALTER TABLE whole RENAME TO ${table}`,
    ...constraints.filter(({ foreign }) => !foreign).map(({ text }) => text),
    ...indexes,
    ...parts,
  ];
}

function isolating({ name, policies, grants }: TableDefinition): string[] {
  const table = pg.escapeIdentifier(name);
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    ...policies,
    ...grants,
  ];
}
