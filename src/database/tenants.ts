import pg from 'pg';
import { newId } from '../common/new-id.js';

/** A tenant as its operator makes it. */
export interface NewTenant {
  name: string;
  /** ISO 4217; sums over accounts are given in it. */
  reportingCurrency: string;
  /** Given in tests only; else a new one. */
  id?: string;
}

/** Makes a tenant, as the administrating login: the service itself cannot. Returns its id. */
export async function createTenant(
  adminUrl: string,
  { name, reportingCurrency, id = newId() }: NewTenant,
): Promise<string> {
  return asAdmin(adminUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [id]);
    await client.query('INSERT INTO tenants (id, created_at) VALUES ($1, now())', [id]);
    await client.query(
      `INSERT INTO tenant_settings (tenant_id, name, reporting_currency, method_overrides) VALUES ($1, $2, $3, '{}')`,
      [id, name, reportingCurrency],
    );
    await client.query('COMMIT');
    return id;
  });
}

/** The tenants of the database, oldest first. */
export async function listTenants(adminUrl: string): Promise<string[]> {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM tenants ORDER BY created_at, id');
    return rows.map(({ id }) => id);
  });
}

async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
