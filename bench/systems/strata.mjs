import { join } from 'node:path';
import { PROJECT_ROOT } from '../database/product.mjs';
import { freePort, startProcess } from './process.mjs';
import { IMAGE_OPTIONS, RUNTIME } from './runtime.mjs';

/** The next sweep is due in so many hours, the latest was due the rest of a day ago: none begins during a run. */
const HOURS_TO_NEXT_SWEEP = 6;

/** When the product's latest sweep was due, in the setting that all runs but those of the sweep use (milliseconds). */
export function lastSweepDue(now = Date.now()) {
  const hour = new Date(now);
  hour.setUTCHours(new Date(now).getUTCHours() + HOURS_TO_NEXT_SWEEP, 0, 0, 0);
  return hour.getTime() - 86_400_000;
}

/** The built program that an operator starts. */
const PROGRAM = join(PROJECT_ROOT, 'dist', 'main.js');

/** Starts the built product as the container image does, and waits until it is ready. */
export async function startStrata({ adminUrl, nodeArgs = [], program = PROGRAM, env = {} }) {
  const port = await freePort();
  const hour = (new Date().getUTCHours() + HOURS_TO_NEXT_SWEEP) % 24;
  const child = await startProcess({
    name: 'Strata',
    command: RUNTIME,
    args: [...nodeArgs, program],
    cwd: PROJECT_ROOT,
    env: {
      NODE_ENV: 'production',
      NODE_OPTIONS: IMAGE_OPTIONS,
      DATABASE_URL: adminUrl,
      PORT: String(port),
      SWEEP_HOUR: String(hour),
      ...env,
    },
    readyUrl: `http://127.0.0.1:${port}/readyz`,
  });
  return { ...child, url: `http://127.0.0.1:${port}/graphql`, origin: `http://127.0.0.1:${port}` };
}
