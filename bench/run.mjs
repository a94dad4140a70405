/** `npm run bench`: sets up what is missing and measures. Loads no package before they are installed. */
import { withLock } from '../scripts/program.mjs';
import { setUp } from '../scripts/setup.mjs';
import { ensurePackages } from './packages.mjs';
import { readOptions, USAGE } from './options.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    await setUp();
    await ensurePackages();
    const { bench } = await import('./bench.mjs');
    await withLock('bench', 'another benchmark of this checkout', () => bench(options));
  }
} catch (error) {
  console.error(
    `\n${error.code?.startsWith('ERR_PARSE_ARGS') ? `${error.message}\n\n${USAGE}` : error.stack}`,
  );
  process.exitCode = 1;
}
