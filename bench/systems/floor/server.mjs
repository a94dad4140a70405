/**
 * The floor: what is left when nothing is between a request and PostgreSQL but Node itself. It checks the key, opens the
 * tenant's transaction, sends one statement, and passes on the text that comes back.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { accountMap } from './account-map.mjs';
import { atRisk } from './at-risk.mjs';
import { prepared } from './prepared.mjs';
import { Scripts } from './scripts.mjs';

const { DATABASE_URL, POOL_SIZE, KEYS, SCRIPTS, PORT } = process.env;
const READS = { AtRisk: atRisk, AccountMap: accountMap };

/** Tenant by hash of the key, as the run handed them over. */
const keys = new Map(Object.entries(JSON.parse(readFileSync(KEYS, 'utf8'))));
const scripts = new Scripts(SCRIPTS);
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL_SIZE) });

const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.end('ready');
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    handle(request, Buffer.concat(pieces)).then(
      (text) => send(response, 200, text),
      (error) => {
        console.error(error.message);
        send(response, 500, JSON.stringify({ errors: [{ message: error.message }] }));
      },
    );
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));

async function handle(request, body) {
  const key = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const tenantId = keys.get(createHash('sha256').update(key).digest('hex'));
  if (!tenantId) throw new Error('Unknown key.');
  const { operationName, variables } = JSON.parse(body.toString());
  const read = READS[operationName];
  return read ? answer(tenantId, read(tenantId, variables)) : scripts.replay(pool, operationName, variables);
}

async function answer(tenantId, statement) {
  const client = await pool.connect();
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;` +
        `SELECT set_config('app.tenant_id', '${tenantId}', true), set_config('app.owner_id', '', true)`,
    );
    const { rows } = await client.query(prepared(statement));
    await client.query('COMMIT');
    return rows[0].answer;
  } finally {
    client.release();
  }
}

function send(response, status, text) {
  const body = Buffer.from(text);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
