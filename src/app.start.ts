import type { INestApplicationContext } from '@nestjs/common';
import type { Closing } from './app.closing.js';
import { ensureFirstTenant, type FirstTenant } from './app.first-run.js';
import { prepareApp } from './app.prepare.js';
import { finishRequests, listen } from './app.serve.js';
import { askAtRisk } from './cli/commands/at-risk.command.js';
import { serviceFor } from './cli/operator.js';
import type { Terminal } from './cli/terminal.js';
import { atRiskLines } from './cli/views/at-risk.view.js';
import type { Settings } from './config/settings.js';

/** What a start needs to know beside the settings. */
export interface StartOptions {
  /** Make the first tenant without the demo portfolio. */
  readonly empty: boolean;
  readonly terminal: Terminal;
  /** Aborted when somebody asks to stop; looked at between two steps. */
  readonly asked: AbortSignal;
}

/** Accounts shown at the start; the command line shows more. */
const ACCOUNTS_SHOWN = 10;

/**
 * Brings the service up on a database that was reached, and says for people where it is and what it found. How to stop
 * it is left in `closing`. Throws the signal's reason when asked to stop meanwhile.
 */
export async function startService(
  settings: Settings,
  adminUrl: string,
  options: StartOptions,
  closing: Closing,
): Promise<void> {
  const { empty, terminal, asked } = options;
  const app = await prepareApp(settings, adminUrl, closing);
  asked.throwIfAborted();
  const tenant = await ensureFirstTenant(app, adminUrl, { empty, log: terminal.out });
  asked.throwIfAborted();
  closing.add(() => finishRequests(app));
  const address = await listen(app, settings);
  terminal.out(whereLines(address, tenant, settings, terminal).join('\n'));
  terminal.out(['', ...(await riskLines(app, tenant, terminal)), '', 'Ctrl-C stops the service.'].join('\n'));
}

function whereLines(
  address: string,
  { key }: FirstTenant,
  { NODE_ENV }: Settings,
  { paint }: Terminal,
): string[] {
  const hint = NODE_ENV === 'production' ? '' : ' (open it in a browser to ask questions)';
  const where = `Strata answers at ${paint.bold(address)}${hint}`;
  if (key === null) return [where, 'A new key to it: npm run strata -- key create'];
  return [
    where,
    `Key (admin, shown only now): ${paint.bold(key)}`,
    'More keys: npm run strata -- key create',
  ];
}

async function riskLines(
  app: INestApplicationContext,
  { tenantId }: FirstTenant,
  terminal: Terminal,
): Promise<string[]> {
  const answer = await askAtRisk(serviceFor(app, tenantId), { first: ACCOUNTS_SHOWN });
  const hasAccounts = answer.baseAtRisk.some(({ standings }) =>
    standings.some(({ accounts }) => accounts > 0),
  );
  if (!hasAccounts) return ['There are no accounts yet: npm run strata -- import --help'];
  return ['Accounts at risk, most value at risk first', '', ...atRiskLines(answer, 1, terminal)];
}
