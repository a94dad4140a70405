import { reachDatabase } from './app.database.js';
import { Closing } from './app.closing.js';
import { Obstacle } from './app.failure.js';
import { ensureTenant } from './app.first-run.js';
import { prepareApp } from './app.prepare.js';
import type { CliContext, CliService } from './cli/cli-context.js';
import { serviceFor } from './cli/operator.js';
import { readSettings } from './config/settings.js';
import { listTenants } from './database/tenants.js';

/** Somebody who waits longer than this (milliseconds) is told that something is going on. */
const SILENCE_MS = 2_000;

/** The service as commands get it: on the settings of this machine, for the one tenant, or the one named. */
export function openForCommand(tenant: () => string | undefined, say: (line: string) => void): CliContext {
  return {
    async withService<T>(work: (service: CliService) => Promise<T>): Promise<T> {
      const closing = new Closing();
      const interrupted = endOnSignal(closing);
      const note = setTimeout(() => say('Working ...'), SILENCE_MS);
      try {
        return await work(await open(closing, tenant(), say));
      } finally {
        clearTimeout(note);
        interrupted.forget();
        await closing.close();
      }
    },
  };
}

async function open(
  closing: Closing,
  tenant: string | undefined,
  say: (line: string) => void,
): Promise<CliService> {
  const settings = readSettings(process.env);
  const { adminUrl, close } = await reachDatabase(settings, say);
  closing.add(close);
  const app = await prepareApp(settings, adminUrl, closing);
  return serviceFor(app, await chooseTenant(adminUrl, tenant));
}

async function chooseTenant(adminUrl: string, wanted: string | undefined): Promise<string> {
  const known = await listTenants(adminUrl);
  if (wanted !== undefined) {
    if (known.includes(wanted)) return wanted;
    throw new Obstacle(`There is no tenant ${wanted}${known.length > 0 ? `; there ${among(known)}` : ''}.`);
  }
  if (known.length > 1) throw new Obstacle(`Whose data? Say --tenant <id>; there ${among(known)}.`);
  return ensureTenant(adminUrl);
}

function among(tenants: readonly string[]): string {
  return `${tenants.length === 1 ? 'is' : 'are'} ${tenants.join(', ')}`;
}

/** Who stops a command half-way must not leave a database server behind. */
function endOnSignal(closing: Closing): { forget: () => void } {
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    void closing.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { forget: () => process.off('SIGINT', stop).off('SIGTERM', stop) };
}
