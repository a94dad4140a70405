/** GraphQL Yoga with resolvers and DataLoaders written by hand. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import pg from 'pg';
import { makeLoaders } from './loaders.mjs';
import { resolvers } from './resolvers.mjs';

const { DATABASE_URL, POOL_SIZE, KEYS, PORT } = process.env;
const keys = new Map(Object.entries(JSON.parse(readFileSync(KEYS, 'utf8'))));
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL_SIZE) });
const typeDefs = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), graphiql: false, logging: false });

const server = createServer((request, response) => {
  if (request.url === '/ready') return void response.end('ready');
  answer(request, response).catch((error) => {
    console.error(error);
    response.destroy();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));

async function answer(request, response) {
  const key = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const tenantId = keys.get(createHash('sha256').update(key).digest('hex'));
  if (!tenantId) return void response.writeHead(401).end();
  const client = await pool.connect();
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;` +
        `SELECT set_config('app.tenant_id', '${tenantId}', true), set_config('app.owner_id', '', true)`,
    );
    await yoga(request, response, { client, tenantId, loaders: makeLoaders(client, tenantId) });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
