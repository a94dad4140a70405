import { openCluster } from './database/cluster.mjs';
import { ensureTemplate } from './database/templates.mjs';
import { progress } from './report/progress.mjs';
import { showResults } from './report/show.mjs';
import { measureFootprint } from './sections/footprint.mjs';
import { measureGrowth } from './sections/growth.mjs';
import { measureImport } from './sections/import.mjs';
import { profileWorkloads } from './sections/profile.mjs';
import { measureSweep } from './sections/sweep.mjs';
import { measureThroughput } from './sections/throughput.mjs';
import { killAll } from './systems/process.mjs';

/** Measures what the options name and shows it. */
export async function bench(options) {
  const log = progress();
  const cluster = await openCluster(log.say);
  endOnSignal(cluster);
  try {
    const template = await ensureTemplate(cluster, {
      seed: options.seed,
      scale: options.scale,
      log: log.say,
    });
    const context = { options, cluster, template, log };
    if (options.profile) await profileWorkloads(context);
    else await showResults(await measure(context), context);
  } finally {
    await cluster.stop();
  }
}

/** Who interrupts a run must not leave servers behind. */
function endOnSignal(cluster) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      killAll();
      void cluster.stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
    });
  }
}

async function measure(context) {
  const wanted = ({ name, section }) => (context.options.only.includes(name) ? section(context) : null);
  return {
    sweep: await wanted({ name: 'S1', section: measureSweep }),
    throughput: await measureThroughput(context),
    import: await wanted({ name: 'I1', section: measureImport }),
    growth: await wanted({ name: 'growth', section: measureGrowth }),
    footprint: await wanted({ name: 'footprint', section: measureFootprint }),
  };
}
