import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PROJECT_ROOT, runQuietly, withLock } from './program.mjs';

/** Runs `npm ci` when what is installed is not what package-lock.json says. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock('setup', 'another command to install the packages', async () => {
    if (isInstalled()) return;
    console.error('Installing packages (first run, or package-lock.json changed) ...');
    const [command, ...args] = npm();
    const { code, output } = await runQuietly(command, [...args, ...CLEAN_INSTALL], npmEnvironment());
    if (code === 0 && isInstalled()) return;
    throw new Error(
      `${output}\nThe packages could not be installed. Is the network reachable? "npm ci" tells more.`,
    );
  });
}

/**
 * The development packages are needed to build, whatever NODE_ENV says. No install script of any package runs: none is
 * needed, and npm may be set to forbid them.
 */
const CLEAN_INSTALL = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--ignore-scripts',
  '--loglevel=error',
  '--no-progress',
];

/**
 * npm notes at the very end of an installation what it has put into node_modules, so comparing that note with the lock
 * file also notices installations that were interrupted, left out a part, or were made for another machine, and accepts
 * those that somebody made by hand.
 */
function isInstalled() {
  const note = join(PROJECT_ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = packagesIn(note);
  const locked = packagesIn(join(PROJECT_ROOT, 'package-lock.json'));
  return (
    Object.entries(locked).every(([path, entry]) => path === '' || isSame(entry, installed[path])) &&
    Object.entries(installed).every(([path, entry]) => path in locked && suitsThisMachine(entry))
  );
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function isSame(locked, installed) {
  if (!installed) return locked.optional === true;
  return locked.version === installed.version && locked.integrity === installed.integrity;
}

function suitsThisMachine({ os = [process.platform], cpu = [process.arch] }) {
  return os.includes(process.platform) && cpu.includes(process.arch);
}

/** The npm that runs us, else the one that came with this Node, else whichever is on the PATH. */
function npm() {
  const bundled = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const calling = process.env.npm_execpath ?? '';
  if (basename(calling) === 'npm-cli.js' && existsSync(calling)) return [process.execPath, calling];
  return existsSync(bundled) ? [process.execPath, bundled] : ['npm'];
}

/**
 * npm hands the options of the `npm start` it runs down to us. Where to find packages (registry, proxy, cache) must
 * reach the installation; what the outer command was told about itself must not.
 */
const OUTER_OPTIONS =
  /^npm_config_(omit|include|only|also|production|dev|optional|dry_run|global|location|prefix|local_prefix|workspaces?|include_workspace_root|json|silent|loglevel|package_lock|package_lock_only|install_links|install_strategy|if_present)$/i;

function npmEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => name !== 'NODE_ENV' && !OUTER_OPTIONS.test(name),
  );
  return Object.fromEntries(kept);
}
