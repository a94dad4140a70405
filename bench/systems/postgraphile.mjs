import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_ROOT } from '../database/product.mjs';
import { startBeside } from './beside.mjs';

const document = (name) =>
  readFileSync(join(BENCH_ROOT, 'queries', 'postgraphile', `${name}.graphql`), 'utf8');
const DOCUMENTS = { AtRisk: document('at-risk'), AccountMap: document('account-map') };

/** PostGraphile needs Node 22; where this is an older one, the package of that runtime serves. */
export function startPostgraphile(options) {
  return startBeside('PostGraphile', 'systems/postgraphile/server.mjs', { ...options, node: newerNode() });
}

function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const packaged = join(
    BENCH_ROOT,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  );
  if (existsSync(packaged)) return packaged;
  throw new Error(
    'PostGraphile needs Node 22 or newer here: run with it, or leave postgraphile out of --systems.',
  );
}

/** The request in PostGraphile's words. */
export function postgraphileBody({ operation }, { tenant, variables }) {
  return JSON.stringify({
    operationName: operation,
    query: DOCUMENTS[operation],
    variables: operation === 'AtRisk' ? listing(variables) : { tenant, id: variables.ref.id },
  });
}

function listing({ first, filter: { standing, segment } }) {
  return { first, condition: { standing: standing[0], ...(segment ? { segment } : {}) } };
}
