import { setTimeout as delay } from 'node:timers/promises';
import { lastSweepDue, startStrata } from '../systems/strata.mjs';
import { connected } from './cluster.mjs';

/** Lets the product judge what is due, so that the stored judgements are its own. */
export async function sweepIfDue(url, log) {
  const due = await connected(url, async (client) => {
    const before = [new Date(lastSweepDue()).toISOString()];
    const { rows } = await client.query(
      'SELECT count(*)::int AS due FROM assessments WHERE assessed_at < $1',
      before,
    );
    return rows[0].due;
  });
  if (due === 0) return;
  log(`Judging ${due.toLocaleString('en')} accounts`);
  const strata = await startStrata({ adminUrl: url });
  try {
    log(`Judged in ${(await sweepFinished(strata)).toFixed(0)} s`);
  } finally {
    await strata.stop();
  }
  await connected(url, (client) => client.query('VACUUM (ANALYZE)'));
}

/** Waits until the sweep that a product began at its start has nothing left. Returns the seconds since the call. */
export async function sweepFinished({ origin }) {
  const began = performance.now();
  for (;;) {
    const { sweep } = await (await fetch(`${origin}/readyz`)).json();
    if (sweep?.waiting === 0) return (performance.now() - began) / 1000;
    await delay(100);
  }
}
