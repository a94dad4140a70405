import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_ROOT } from '../database/product.mjs';
import { startBeside } from './beside.mjs';

const document = (name) =>
  readFileSync(join(BENCH_ROOT, 'queries', 'postgraphile', `${name}.graphql`), 'utf8');
const DOCUMENTS = { AtRisk: document('at-risk'), AccountMap: document('account-map') };

/** Starts PostGraphile, whose own packages ask for Node 22 or newer. */
export function startPostgraphile(options) {
  return startBeside('PostGraphile', 'systems/postgraphile/server.mjs', options);
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
