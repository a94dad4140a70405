import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import sql from 'sql-template-tag';
import { AccessService } from './access/access.service.js';
import { createTenant, listTenants } from './database/tenants.js';
import { TenantTransaction } from './database/tenant-transaction.js';
import { DemoService } from './demo/demo.service.js';
import { Scope } from './domain/rights.js';

/** Any number the product keeps to itself: of two instances that start together, one makes the first tenant. */
const FIRST_RUN_LOCK = 7_315_943;

/** The tenant a start is about. */
export interface FirstTenant {
  readonly tenantId: string;
  /** An admin key, when this start made it; it cannot be shown again. */
  readonly key: string | null;
}

/** How the first tenant is made. */
export interface FirstRunOptions {
  /** Without the demo portfolio. */
  readonly empty: boolean;
  /** Takes lines for a person. */
  readonly log: (line: string) => void;
}

/**
 * The oldest tenant; made, with the demo portfolio and a key, when there is none. The key is made last, so a tenant
 * without one tells of a first run that did not come to its end, and is completed.
 */
export async function ensureFirstTenant(
  app: INestApplicationContext,
  adminUrl: string,
  options: FirstRunOptions,
): Promise<FirstTenant> {
  const [known] = await listTenants(adminUrl);
  if (known !== undefined && (await hasAny(app, known, 'api_keys'))) return { tenantId: known, key: null };
  return oneAtATime(adminUrl, async () => {
    const tenantId = await ensureTenant(adminUrl);
    if (await hasAny(app, tenantId, 'api_keys')) return { tenantId, key: null };
    if (!options.empty && !(await hasAny(app, tenantId, 'accounts'))) {
      options.log('Making the demo portfolio ...');
      await app.get(DemoService).makePortfolio(tenantId);
    }
    return { tenantId, key: await createFirstKey(app, tenantId) };
  });
}

/** The oldest tenant, or a new and empty one. */
export async function ensureTenant(adminUrl: string): Promise<string> {
  const [known] = await listTenants(adminUrl);
  return known ?? createTenant(adminUrl, { name: 'Demo', reportingCurrency: 'EUR' });
}

function createFirstKey(app: INestApplicationContext, tenantId: string): Promise<string> {
  const work = () => app.get(AccessService).createKey({ name: 'first start', scopes: [Scope.ADMIN] });
  return app.get(TenantTransaction).run({ tenantId, ownerId: null, access: 'write' }, work);
}

async function hasAny(
  app: INestApplicationContext,
  tenantId: string,
  table: 'api_keys' | 'accounts',
): Promise<boolean> {
  const transaction = app.get(TenantTransaction);
  const statement =
    table === 'api_keys'
      ? sql`SELECT id FROM api_keys WHERE tenant_id = ${tenantId} LIMIT 1`
      : sql`SELECT id FROM accounts WHERE tenant_id = ${tenantId} LIMIT 1`;
  const row = await transaction.run({ tenantId, ownerId: null, access: 'read' }, () =>
    transaction.one(statement),
  );
  return row !== null;
}

async function oneAtATime<T>(adminUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}
