import { copyOf, drop, ensureTemplate } from '../database/templates.mjs';
import { compareAnswers } from '../load/compare.mjs';
import { lanesOf } from '../load/lanes.mjs';
import { alternate } from '../load/rounds.mjs';
import { readTargets } from '../load/targets.mjs';
import { startSystems } from '../systems/start.mjs';

/** The small end of the comparison: 2,000 accounts beside 200,000. */
const SMALL_SCALE = 0.01;

/** What is to cost the same at both ends; Q1 on whole lists of the same kind, so that the answers are alike. */
const GROWING = { Q1: 'Q3first', Q2: 'Q2', Q3: 'Q3', M1: 'M1' };

/**
 * Measures the product on few and on many accounts in alternation, on few and on many answers of one account, and the
 * far page beside the first. Returns the figures of each pair as `{ few, many }`; of few accounts only where the data of
 * this run are many.
 */
export async function measureGrowth(context) {
  const { options, cluster, template, log } = context;
  const ends = { many: await openEnd(cluster, 'many', template) };
  try {
    const results = await measureWithin(ends.many, context);
    if (options.scale <= SMALL_SCALE) return results;
    const few = await ensureTemplate(cluster, { seed: options.seed, scale: SMALL_SCALE, log: log.say });
    ends.few = await openEnd(cluster, 'few', few);
    results.accounts = [ends.few.accounts, ends.many.accounts];
    for (const [name, workload] of Object.entries(GROWING)) {
      const lanes = [laneOf(ends.few, workload), laneOf(ends.many, workload)];
      results[name] = await measurePair(name, lanes, context);
    }
    return results;
  } finally {
    for (const [name, { stop }] of Object.entries(ends)) {
      await stop();
      await drop(cluster, `run_${name}`);
    }
  }
}

/** What grows within one database: the page that is asked for, and the answers of one account. */
async function measureWithin(end, context) {
  const [first, far] = ['Q3first', 'Q3'].map((workload) => laneOf(end, workload));
  const lanes = [
    { ...first, name: 'few' },
    { ...far, name: 'many' },
  ];
  return {
    pages: end.targets.farLists.map(({ page }) => page),
    page: await measurePair('far page', lanes, context),
    // One connection: writers to one account wait for each other.
    answers: await measurePair('answers of one account', answersOfPair(end), context, 1),
  };
}

async function openEnd(cluster, name, data) {
  const adminUrl = await copyOf(cluster, data, `run_${name}`);
  const { tenants, pair } = data.notes;
  const all = [...tenants, pair.tenant];
  const { systems, stop } = await startSystems(['strata'], { adminUrl, tenants: all });
  const keys = new Map(all.map(({ id, key }) => [id, key]));
  const accounts = tenants.reduce((sum, tenant) => sum + tenant.accounts, 0);
  return { name, systems, stop, keys, accounts, pair, targets: await readTargets(adminUrl) };
}

function laneOf({ name, systems, targets, keys }, workload) {
  const [lane] = lanesOf(workload, systems, { targets, keys });
  return { ...lane, name };
}

/** Answers by people of two accounts that differ only in how many there are already. */
function answersOfPair({ systems, keys, pair }) {
  return ['few', 'many'].map((name, place) => {
    const { stakeholderId, accountId } = pair.seats[place];
    const writes = [{ tenant: pair.tenant.id, account: accountId, people: [stakeholderId] }];
    // So many answers may take longer than a round.
    return { ...laneOf({ name, systems, keys, targets: { writes } }, 'M1'), atLeast: 0 };
  });
}

async function measurePair(label, lanes, { options, log }, connections = options.connections[0]) {
  for (const lane of lanes) await compareAnswers([lane]);
  if (options.check) return null;
  const { rounds, seconds } = options;
  const onRound = (name, { perSecond, p50 }) =>
    log.say(
      `growth, ${label}, ${name.padEnd(5)} ${perSecond.toFixed(1).padStart(8)}/s  p50 ${p50.toFixed(1)} ms`,
    );
  return alternate(lanes, { rounds, connections, seconds, onRound });
}
