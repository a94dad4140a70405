import { once } from 'node:events';
import copyStreams from 'pg-copy-streams';
import { connected } from '../database/cluster.mjs';

/** Tables of a tenant, and which of them a table refers to. */
const REFERENCES = `SELECT c.relname AS name,
    coalesce(array_agg(DISTINCT f.confrelid::regclass::text) FILTER (WHERE f.confrelid <> c.oid), '{}') AS refers
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
  LEFT JOIN pg_constraint f ON f.conrelid = c.oid AND f.contype = 'f'
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname`;

/** What a tenant is made with, and so has already. */
const MADE_WITH_TENANT = ['tenant_settings', 'api_keys'];

/**
 * Sends all rows of one tenant by COPY into the same tables for another one, which has none, in one transaction with every
 * index and reference in place. Returns how many there were and the seconds that sending them took.
 */
export function copyAgain(adminUrl, from, to) {
  return connected(adminUrl, async (client) => {
    const texts = [];
    for (const name of await tablesInOrder(client)) {
      texts.push({ name, text: (await readAll(client, name, from)).replaceAll(from, to) });
    }
    const began = performance.now();
    await client.query('BEGIN');
    for (const { name, text } of texts) await sendAll(client, name, text);
    await client.query('COMMIT');
    const rows = texts.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    return { rows, seconds: (performance.now() - began) / 1000 };
  });
}

/** Who is referred to comes first. */
async function tablesInOrder(client) {
  const { rows } = await client.query(REFERENCES);
  const waiting = rows.filter(({ name }) => !MADE_WITH_TENANT.includes(name));
  const order = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ refers }) => !waiting.some(({ name }) => refers.includes(name)));
    if (next === -1) throw new Error('The tables refer to each other in a circle.');
    order.push(...waiting.splice(next, 1).map(({ name }) => name));
  }
  return order;
}

async function readAll(client, table, tenantId) {
  const pieces = [];
  const select = `SELECT * FROM ${table} WHERE tenant_id = '${tenantId}'`;
  for await (const piece of client.query(copyStreams.to(`COPY (${select}) TO STDOUT`))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function sendAll(client, table, text) {
  if (text === '') return;
  const stream = client.query(copyStreams.from(`COPY ${table} FROM STDIN`));
  stream.end(text);
  await once(stream, 'finish');
}
