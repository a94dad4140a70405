import { Days } from './days.mjs';
import { Ids } from './ids.mjs';
import { accountsByTenant } from './plan.mjs';
import { Random } from './random.mjs';
import { Tables } from './tables.mjs';
import { fillPair, fillTenant } from './tenants.mjs';
import { fromBuild } from '../database/product.mjs';

/**
 * Fills a migrated, empty database. `adminUrl` logs in past row level security; the same `seed` and `scale` make the
 * same data, but for the day they end at. Returns the tenants with a key to each, largest first, and the pair.
 */
export async function generate({ adminUrl, seed, scale }) {
  const { createTenant } = await fromBuild('database/tenants.js');
  const tables = await Tables.open(adminUrl);
  const days = new Days(Date.now());
  const tenants = [];
  for (const [place, accounts] of accountsByTenant(scale).entries()) {
    const maker = await openTenant({ adminUrl, createTenant, tables, days, seed, place });
    await fillTenant(maker, accounts);
    tenants.push({ id: maker.tenant.id, accounts, key: maker.key });
  }
  const maker = await openTenant({ adminUrl, createTenant, tables, days, seed, place: tenants.length });
  const pair = { tenant: { id: maker.tenant.id, accounts: 2, key: maker.key }, seats: await fillPair(maker) };
  return { tenants, pair, rows: await tables.close() };
}

async function openTenant({ adminUrl, createTenant, tables, days, seed, place }) {
  const ids = new Ids(place);
  const tenant = { id: ids.next('tenant'), users: [], people: 0 };
  await createTenant(adminUrl, { name: `Tenant ${place + 1}`, reportingCurrency: 'EUR', id: tenant.id });
  const maker = { ids, random: new Random(seed * 1_000 + place), days, tables, tenant };
  return { ...maker, key: await addKey(maker) };
}

/** A key as the product's own command makes it; twenty commands would take a minute. */
async function addKey({ ids, tables, tenant }) {
  const { hashSecret, newSecret, writeApiKey } = await fromBuild('common/api-key.js');
  const parts = { tenantId: tenant.id, keyId: ids.next('key'), secret: newSecret() };
  const now = new Date().toISOString();
  tables.add('api_keys', tenant.id, parts.keyId, 'bench', hashSecret(parts.secret), '{read,write}', now);
  return writeApiKey(parts);
}
