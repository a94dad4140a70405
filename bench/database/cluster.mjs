import pg from 'pg';
import { CACHE, fromBuild } from './product.mjs';

/**
 * The server under every system alike. Commits are durable, as with the product's own settings; only memory is larger,
 * because the defaults are meant for a laptop with a few thousand accounts.
 */
const SETTINGS = {
  shared_buffers: '1GB',
  effective_cache_size: '4GB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  max_connections: '200',
  // The default compresses pages of the log that are written for the first time after a checkpoint; noise for a ratio.
  wal_compression: 'off',
};

/** Starts the bench's own PostgreSQL, or joins the one that another bench run started. */
export async function openCluster(log) {
  const { startEmbeddedPostgres } = await fromBuild('database/embedded-postgres.js');
  const server = await startEmbeddedPostgres({ dataDir: CACHE, settings: SETTINGS, log });
  return { urlOf: (database) => urlOf(server.url, database), stop: server.stop };
}

function urlOf(base, database) {
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs `work` on a connection of its own. */
export async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
