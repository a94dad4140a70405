/** PostGraphile over the product's own tables, as its documentation sets it up, with the tenant as a setting. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { conditions } from './conditions.mjs';

const { DATABASE_URL, POOL_SIZE, KEYS, PORT } = process.env;
const keys = new Map(Object.entries(JSON.parse(readFileSync(KEYS, 'utf8'))));

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: conditions,
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Number(POOL_SIZE) },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    explain: false,
    context: ({ node }) => ({ pgSettings: settingsOf(node.req.headers.authorization) }),
  },
  disablePlugins: ['MutationPlugin'],
});

const inner = createServer();
await instance.createServ(grafserv).addTo(inner);
const server = createServer((request, response) => {
  if (request.url === '/ready') response.end('ready');
  else inner.emit('request', request, response);
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));

/** Row level security shows only the tenant's rows; without a known key, none. */
function settingsOf(header = '') {
  const key = header.slice('Bearer '.length);
  const tenant = keys.get(createHash('sha256').update(key).digest('hex')) ?? '';
  return { 'app.tenant_id': tenant, 'app.owner_id': '' };
}
