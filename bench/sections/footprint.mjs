import { copyOf, drop } from '../database/templates.mjs';
import { fire } from '../load/fire.mjs';
import { lanesOf } from '../load/lanes.mjs';
import { spread } from '../load/stats.mjs';
import { readTargets } from '../load/targets.mjs';
import { peakMemory } from '../systems/process.mjs';
import { startSystems } from '../systems/start.mjs';

/** The connections at which memory is looked at. */
const CONNECTIONS = 64;

/** How long the product takes to be ready (milliseconds, several starts), and the most memory it holds under load (bytes). */
export async function measureFootprint({ options, cluster, template, log }) {
  const adminUrl = await copyOf(cluster, template, 'run_footprint');
  try {
    const starts = [];
    for (let round = 0; round < options.rounds; round += 1) {
      const { systems, stop } = await startSystems(['strata'], { adminUrl, tenants: [] });
      starts.push(systems[0].readyMs);
      await stop();
    }
    log.say(`Ready after ${starts.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
    const memory = await memoryUnderLoad({ options, adminUrl, template });
    log.say(`At most ${(memory / 2 ** 20).toFixed(0)} MB at ${CONNECTIONS} connections`);
    return { ready: spread(starts), memory };
  } finally {
    await drop(cluster, 'run_footprint');
  }
}

async function memoryUnderLoad({ options, adminUrl, template }) {
  const { tenants } = template.notes;
  const keys = new Map(tenants.map(({ id, key }) => [id, key]));
  const targets = await readTargets(adminUrl);
  const { systems, stop } = await startSystems(['strata'], { adminUrl, tenants });
  try {
    for (const name of ['Q1', 'Q2', 'M1', 'M2']) {
      const [lane] = lanesOf(name, systems, { targets, keys });
      await fire({ ...lane, connections: CONNECTIONS, seconds: options.seconds, atLeast: 0 });
    }
    return peakMemory(systems[0].pid);
  } finally {
    await stop();
  }
}
