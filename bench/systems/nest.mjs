import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runQuietly } from '../../scripts/program.mjs';
import { BENCH_ROOT, PROJECT_ROOT } from '../database/product.mjs';
import { startBeside } from './beside.mjs';

const FOLDER = join(BENCH_ROOT, 'systems', 'nest');

/** Nest's decorators need TypeScript, so this system is compiled before it is started. */
export async function startNest(options) {
  if (!isCompiled()) await compile();
  const env = { STRATA_DIST: pathToFileURL(join(PROJECT_ROOT, 'dist', '/')).href };
  return startBeside('Nest the textbook way', 'systems/nest/dist/main.js', { ...options, env });
}

function isCompiled() {
  const main = join(FOLDER, 'dist', 'main.js');
  if (!existsSync(main)) return false;
  const compiled = statSync(main).mtimeMs;
  const sources = readdirSync(FOLDER, { recursive: true }).filter(
    (path) => /\.ts$|tsconfig/.test(path) && !path.startsWith('dist'),
  );
  return sources.every((path) => statSync(join(FOLDER, path)).mtimeMs < compiled);
}

async function compile() {
  const tsc = join(BENCH_ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await runQuietly(process.execPath, [tsc, '-p', FOLDER], process.env);
  if (code !== 0) throw new Error(`${output}\nbench/systems/nest does not compile.`);
}
