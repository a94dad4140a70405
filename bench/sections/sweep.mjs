import { connected } from '../database/cluster.mjs';
import { sweepFinished } from '../database/sweep.mjs';
import { copyOf, drop } from '../database/templates.mjs';
import { fire } from '../load/fire.mjs';
import { lanesOf } from '../load/lanes.mjs';
import { readTargets } from '../load/targets.mjs';
import { startStrata } from '../systems/strata.mjs';
import { startSystems } from '../systems/start.mjs';

const CONNECTIONS = 8;

/** Seconds before the first round. */
const WARM_UP = 3;

/**
 * S1: how long one instance takes to judge every account anew, and what is left of Q1's throughput meanwhile: answers per
 * second before and beside a second sweep, null when that was over before Q1 had been measured.
 */
export async function measureSweep({ options, cluster, template, log }) {
  const adminUrl = await copyOf(cluster, template, 'run_sweep');
  try {
    await makeDue(adminUrl);
    const seconds = await sweepAlone(adminUrl);
    const accounts = template.notes.tenants.reduce((sum, tenant) => sum + tenant.accounts, 0);
    log.say(`S1: ${accounts.toLocaleString('en')} accounts in ${seconds.toFixed(1)} s`);
    const idle = await askMeanwhile(adminUrl, { options, template });
    await makeDue(adminUrl);
    const sweeping = await askMeanwhile(adminUrl, { options, template, whileSweeping: true });
    log.say(`S1: Q1 ${idle.toFixed(1)}/s without, ${sweeping?.toFixed(1) ?? 'nothing measured'}/s beside it`);
    return { accounts, seconds, idle, sweeping };
  } finally {
    await drop(cluster, 'run_sweep');
  }
}

function makeDue(adminUrl) {
  return connected(adminUrl, async (client) => {
    await client.query(`UPDATE assessments SET assessed_at = '2000-01-01'`);
    await client.query('VACUUM (ANALYZE) assessments');
  });
}

async function sweepAlone(adminUrl) {
  const strata = await startStrata({ adminUrl });
  try {
    return await sweepFinished(strata);
  } finally {
    await strata.stop();
  }
}

/** Answers per second to Q1 over all rounds in one; null when a sweep that was to go on beside it has ended. */
async function askMeanwhile(adminUrl, { options, template, whileSweeping = false }) {
  const { tenants } = template.notes;
  const keys = new Map(tenants.map(({ id, key }) => [id, key]));
  const targets = await readTargets(adminUrl);
  const { systems, stop } = await startSystems(['strata'], { adminUrl, tenants });
  try {
    const [lane] = lanesOf('Q1', systems, { targets, keys });
    const load = { ...lane, connections: CONNECTIONS, atLeast: 0 };
    await fire({ ...load, seconds: WARM_UP });
    const { perSecond } = await fire({ ...load, seconds: options.seconds * options.rounds });
    return whileSweeping && (await isOver(systems[0])) ? null : perSecond;
  } finally {
    await stop();
  }
}

async function isOver({ origin }) {
  const { sweep } = await (await fetch(`${origin}/readyz`)).json();
  return sweep?.waiting === 0;
}
