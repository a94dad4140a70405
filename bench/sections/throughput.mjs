import { copyOf, drop } from '../database/templates.mjs';
import { compareAnswers } from '../load/compare.mjs';
import { lanesOf } from '../load/lanes.mjs';
import { alternate } from '../load/rounds.mjs';
import { readTargets } from '../load/targets.mjs';
import { bodyOf, WORKLOADS } from '../load/workloads.mjs';
import { recordWrites } from '../systems/floor/record.mjs';
import { findPostmaster } from '../systems/processor-time.mjs';
import { startSystems } from '../systems/start.mjs';

/** Parts that are requests to a server. */
const REQUESTS = ['Q1', 'Q2', 'Q3', 'M1', 'M2'];

/** Measures the workloads of all systems on one copy of the data. Returns figures by workload, connections and system. */
export async function measureThroughput({ options, cluster, template, log }) {
  const names = REQUESTS.filter((name) => options.only.includes(name));
  if (names.length === 0) return {};
  const adminUrl = await copyOf(cluster, template, 'run_throughput');
  try {
    const { tenants } = template.notes;
    const keys = new Map(tenants.map(({ id, key }) => [id, key]));
    const targets = await readTargets(adminUrl);
    const scripts = await scriptsFor(names, { options, adminUrl, targets, keys, log });
    const { systems, stop } = await startSystems(options.systems, { adminUrl, tenants, scripts });
    try {
      const postmaster = await findPostmaster(adminUrl);
      return await measureAll(names, systems, { options, targets, keys, log, postmaster });
    } finally {
      await stop();
    }
  } finally {
    await drop(cluster, 'run_throughput');
  }
}

/** The floor replays what the product sends, which has to be seen first. */
async function scriptsFor(names, { options, adminUrl, targets, keys, log }) {
  const writing = names.map((name) => WORKLOADS[name]).filter(({ writes }) => writes);
  if (writing.length === 0 || !options.systems.includes('floor')) return undefined;
  log.say('Noting what the product sends for each write');
  const writes = writing.flatMap((workload) =>
    workload.make(targets).map((request) => () => ({
      key: keys.get(request.tenant),
      body: bodyOf(workload, request),
    })),
  );
  return recordWrites({ adminUrl, writes });
}

async function measureAll(names, systems, { options, targets, keys, log, postmaster }) {
  const results = {};
  for (const name of names) {
    const lanes = lanesOf(name, systems, { targets, keys });
    await compareAnswers(lanes);
    log.say(
      `${name}: ${lanes.map(({ name: system, answers }) => `${system} ${answers[0].size} bytes`).join(', ')}`,
    );
    if (options.check) continue;
    results[name] = {};
    for (const connections of options.connections) {
      const { rounds, seconds } = options;
      const onRound = (system, { perSecond, p50, p99 }) =>
        log.say(
          `${name} x${connections} ${system.padEnd(12)} ${perSecond.toFixed(1).padStart(8)}/s  p50 ${p50.toFixed(1)}  p99 ${p99.toFixed(1)} ms`,
        );
      results[name][connections] = await alternate(lanes, {
        rounds,
        connections,
        seconds,
        postmaster,
        onRound,
      });
    }
  }
  return results;
}
