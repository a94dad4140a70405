import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../scripts/program.mjs';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Says which lock file the installed packages are those of; lies among them, so that it goes with them. */
const STAMP = join(FOLDER, 'node_modules', '.lock');

/** Installs this package's own dependencies when they are not those of the lock file. They are none of the product's. */
export async function ensurePackages() {
  const lock = readFileSync(join(FOLDER, 'package-lock.json'), 'utf8');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  refuseLink(join(FOLDER, 'node_modules'));
  console.error(
    'Installing what is measured beside the product (first run, or bench/package-lock.json changed) ...',
  );
  // No install script runs, and a package that asks for a newer Node gets one: see systems/postgraphile.mjs.
  const args = ['ci', '--prefix', FOLDER, '--ignore-scripts', '--loglevel=error', '--no-progress'];
  const { code, output } = await runQuietly('npm', args, process.env);
  if (code !== 0) throw new Error(`${output}\nThe packages of bench/ could not be installed.`);
  writeFileSync(STAMP, lock);
}

/** A clean install empties the folder first; through a link that would be somebody else's. */
function refuseLink(folder) {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Error(
    `${folder} is a link, and installing would empty the folder it points to. Remove the link.`,
  );
}
