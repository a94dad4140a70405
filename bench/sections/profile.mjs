import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BENCH_ROOT, CACHE } from '../database/product.mjs';
import { copyOf, drop } from '../database/templates.mjs';
import { fire } from '../load/fire.mjs';
import { compareAnswers } from '../load/compare.mjs';
import { lanesOf } from '../load/lanes.mjs';
import { readTargets } from '../load/targets.mjs';
import { WORKLOADS } from '../load/workloads.mjs';
import { summarise } from '../profile/summary.mjs';
import { startSystems } from '../systems/start.mjs';

/** Writes a CPU profile of the product for each workload named, and shows where the time went. */
export async function profileWorkloads({ options, cluster, template, log }) {
  const names = Object.keys(WORKLOADS).filter((name) => options.only.includes(name));
  mkdirSync(join(CACHE, 'profiles'), { recursive: true });
  const adminUrl = await copyOf(cluster, template, 'run_profile');
  try {
    const targets = await readTargets(adminUrl);
    const keys = new Map(template.notes.tenants.map(({ id, key }) => [id, key]));
    for (const name of names) {
      const file = join(CACHE, 'profiles', `${name}.cpuprofile`);
      await profileOne(name, file, { options, adminUrl, targets, keys, tenants: template.notes.tenants });
      log.say(`${name}: ${file} (open it in the performance panel of Chrome, or in speedscope)`);
      show(summarise(file));
    }
  } finally {
    await drop(cluster, 'run_profile');
  }
}

async function profileOne(name, file, { options, adminUrl, targets, keys, tenants }) {
  rmSync(file, { force: true });
  const nodeArgs = ['--import', join(BENCH_ROOT, 'profile', 'sampler.mjs')];
  const started = await startSystems(['strata'], { adminUrl, tenants, nodeArgs, env: { PROFILE_TO: file } });
  try {
    const [lane] = lanesOf(name, started.systems, { targets, keys });
    await compareAnswers([lane]);
    const connections = options.connections[0];
    await fire({ ...lane, connections, seconds: 3 });
    process.kill(lane.pid, 'SIGUSR2');
    await fire({ ...lane, connections, seconds: options.seconds });
    process.kill(lane.pid, 'SIGUSR2');
    while (!existsSync(file)) await delay(50);
    await delay(500);
  } finally {
    await started.stop();
  }
}

function show({ idle, packages, functions }) {
  const percent = (share) => `${(share * 100).toFixed(1).padStart(5)} %`;
  console.log(`idle ${percent(idle)}; shares of the rest:`);
  for (const { name, share } of packages) console.log(`  ${percent(share)}  ${name}`);
  console.log('by function:');
  for (const { name, share } of functions) console.log(`  ${percent(share)}  ${name}`);
}
