import { parseArgs } from 'node:util';
import { Closing } from './app.closing.js';
import { reachDatabase } from './app.database.js';
import { failureInWords, Obstacle } from './app.failure.js';
import { processTerminal } from './cli/terminal.js';
import { loadEnvironmentFile, readSettings } from './config/settings.js';

const USAGE = `Usage: npm start [-- --empty]

  --empty  make the first tenant without the demo portfolio

.env.example lists every setting.`;

/** Serves until a signal asks to stop. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const empty = readArguments(args);
  if (typeof empty === 'number') return empty;
  const closing = new Closing();
  const asked = signalToStop();
  try {
    await serve(empty, closing, asked);
    console.log('\nStopping ...');
    await closing.close();
    return 0;
  } catch (error) {
    await closing.close().catch(() => undefined);
    if (error === asked.reason) return 0;
    console.error(`\n${failureInWords(error)}`);
    return 1;
  }
}

async function serve(empty: boolean, closing: Closing, asked: AbortSignal): Promise<void> {
  loadEnvironmentFile();
  const settings = readSettings(process.env);
  const terminal = processTerminal();
  // Loading the service takes longer than starting the database, so both happen at once.
  const [database, service] = await Promise.allSettled([
    reachDatabase(settings, terminal.out),
    import('./app.start.js'),
  ]);
  if (database.status === 'rejected') throw database.reason;
  closing.add(database.value.close);
  if (service.status === 'rejected') throw service.reason;
  asked.throwIfAborted();
  await service.value.startService(settings, database.value.adminUrl, { empty, terminal, asked }, closing);
  if (!asked.aborted) await new Promise((resolve) => asked.addEventListener('abort', resolve));
}

/** Whether the first tenant is to be empty; an exit code after printing the usage, or what is wrong with the arguments. */
function readArguments(args: readonly string[]): boolean | number {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { empty: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (!values.help) return values.empty ?? false;
    console.log(USAGE);
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
}

/** Aborted by the first signal; those that follow change nothing, because stopping is under way. */
function signalToStop(): AbortSignal {
  const control = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => control.abort(new Obstacle('The service was told to stop.')));
  }
  return control.signal;
}

process.exit(await main(process.argv.slice(2)));
