import { join } from 'node:path';
import { BENCH_ROOT } from '../database/product.mjs';
import { writeKeys } from './keys.mjs';
import { freePort, startProcess } from './process.mjs';
import { RUNTIME } from './runtime.mjs';

/**
 * Starts a server that is measured beside the product: ten connections as the restricted role, keys checked against a
 * list in memory. `program` is a file of this package.
 */
export async function startBeside(name, program, { appUrl, tenants, env = {} }) {
  const port = await freePort();
  const child = await startProcess({
    name,
    command: RUNTIME,
    args: [join(BENCH_ROOT, program)],
    cwd: BENCH_ROOT,
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: appUrl,
      POOL_SIZE: '10',
      KEYS: writeKeys(tenants),
      PORT: String(port),
      ...env,
    },
    readyUrl: `http://127.0.0.1:${port}/ready`,
  });
  return { ...child, url: `http://127.0.0.1:${port}/graphql` };
}
