import { fromBuild } from '../database/product.mjs';
import { bodyOf } from '../load/workloads.mjs';
import { startBeside } from './beside.mjs';
import { startNest } from './nest.mjs';
import { postgraphileBody, startPostgraphile } from './postgraphile.mjs';
import { inOurShape } from './postgraphile/shape.mjs';
import { startStrata } from './strata.mjs';

/** How each system is started, and how it differs from the product where it does. */
const STARTERS = {
  strata: { start: startStrata },
  floor: {
    start: ({ scripts, ...options }) =>
      startBeside('The floor', 'systems/floor/server.mjs', {
        ...options,
        env: scripts ? { SCRIPTS: scripts } : {},
      }),
  },
  // Its lists have cursors of their own, and its writes re-assess nothing.
  postgraphile: {
    start: startPostgraphile,
    bodyOf: postgraphileBody,
    read: inOurShape,
    answers: (name) => ['Q1', 'Q2'].includes(name),
  },
  yoga: {
    start: (options) => startBeside('GraphQL Yoga', 'systems/yoga/server.mjs', options),
    answers: (name) => name.startsWith('Q'),
  },
  nest: { start: startNest },
};

/** Starts the named systems on one database, each with ten connections to it; `more` reaches their starters. */
export async function startSystems(names, { adminUrl, tenants, ...more }) {
  const { appAddress } = await fromBuild('database/prepare.js');
  const appUrl = await appAddress(adminUrl);
  const running = [];
  const stop = () => Promise.all(running.map((system) => system.stop()));
  try {
    for (const name of names) {
      const { start, ...ways } = STARTERS[name];
      const process = await start({ adminUrl, appUrl, tenants, ...more });
      running.push({ name, bodyOf, read: (answer) => answer, answers: () => true, ...ways, ...process });
    }
    return { systems: running, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
