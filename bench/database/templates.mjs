import { generate } from '../data/generate.mjs';
import { withoutIndexes } from './bulk.mjs';
import { connected } from './cluster.mjs';
import { dataVersion, fromBuild } from './product.mjs';
import { sweepIfDue } from './sweep.mjs';

const DAY_MS = 86_400_000;

/** Data made longer ago than this have grown too old: more and more people count as unheard. */
const FRESH_DAYS = 7;

/**
 * A database with generated and judged data to copy from; kept between runs, and made when missing or too old.
 * Returns its name and what the generator noted.
 */
export async function ensureTemplate(cluster, { seed, scale, log }) {
  const name = `data_${dataVersion()}_${seed}_${String(scale).replace('.', 'p')}`;
  const admin = cluster.urlOf('postgres');
  if (!(await isUsable(cluster, name))) {
    await connected(admin, (client) => dropOutdated(client));
    await connected(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    await connected(admin, (client) => client.query(`CREATE DATABASE ${name}`));
    await make(cluster.urlOf(name), { seed, scale, log });
  }
  await sweepIfDue(cluster.urlOf(name), log);
  return { name, notes: await readNotes(cluster.urlOf(name)) };
}

/** Copies the template, so that what a run writes is gone with it and every run begins alike. Returns the address. */
export async function copyOf(cluster, { name }, copy) {
  await connected(cluster.urlOf('postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${name} STRATEGY file_copy`);
  });
  return cluster.urlOf(copy);
}

/** Removes a copy. */
export async function drop(cluster, copy) {
  await connected(cluster.urlOf('postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`),
  );
}

async function isUsable(cluster, name) {
  const exists = await connected(cluster.urlOf('postgres'), (client) =>
    client.query('SELECT FROM pg_database WHERE datname = $1', [name]),
  );
  if (exists.rowCount === 0) return false;
  const notes = await readNotes(cluster.urlOf(name)).catch(() => null);
  return notes !== null && Date.now() - notes.madeAt < FRESH_DAYS * DAY_MS;
}

async function make(url, { seed, scale, log }) {
  const began = Date.now();
  const { migrate } = await fromBuild('database/prepare.js');
  const { TABLES } = await fromBuild('app.tables.js');
  await migrate({ url, tables: TABLES });
  log(`Making the data (seed ${seed}, scale ${scale})`);
  const made = await withoutIndexes(url, () => generate({ adminUrl: url, seed, scale }), log);
  const notes = { ...made, madeAt: began, madeInSeconds: Math.round((Date.now() - began) / 1000) };
  await connected(url, async (client) => {
    // Outside of `public`: no system under test sees it.
    await client.query('CREATE SCHEMA bench');
    await client.query('CREATE TABLE bench.notes (content jsonb NOT NULL)');
    await client.query('INSERT INTO bench.notes VALUES ($1)', [JSON.stringify(notes)]);
  });
  const rows = Object.values(made.rows).reduce((sum, count) => sum + count, 0);
  log(`Made ${rows.toLocaleString('en')} rows in ${notes.madeInSeconds} s`);
}

function readNotes(url) {
  return connected(
    url,
    async (client) => (await client.query('SELECT content FROM bench.notes')).rows[0].content,
  );
}

/** Data of other migrations or of another generator are of no use any more. */
async function dropOutdated(client) {
  const { rows } = await client.query(
    `SELECT datname AS name FROM pg_database WHERE datname ~ '^(data|run)_' AND datname !~ $1`,
    [`^data_${dataVersion()}_`],
  );
  for (const { name } of rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
}
