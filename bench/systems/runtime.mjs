import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_ROOT, PROJECT_ROOT } from '../database/product.mjs';

/** How the container image starts the product: what is measured is what an operator has. */
const DOCKERFILE = readFileSync(join(PROJECT_ROOT, 'Dockerfile'), 'utf8');

/** The version of Node that the image has. */
const IMAGE = Number(saidByImage(/FROM node:(\d+)/));

/** The options that the image gives to Node. */
export const IMAGE_OPTIONS = saidByImage(/NODE_OPTIONS="([^"]*)"/);

/** The packaged one, beside the other packages of the benchmark. */
const PACKAGED = join(BENCH_ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');

/**
 * The Node that every system runs on alike: that of the container image, which comes as a package where the benchmark
 * itself runs on an older one.
 */
export const RUNTIME = Number(process.versions.node.split('.')[0]) >= IMAGE ? process.execPath : packaged();

function saidByImage(pattern) {
  const found = pattern.exec(DOCKERFILE);
  if (found) return found[1];
  throw new Error(`The Dockerfile does not say ${pattern}.`);
}

/** Its version, such as 24.22.3. */
export function runtimeVersion() {
  return spawnSync(RUNTIME, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1);
}

function packaged() {
  if (existsSync(PACKAGED)) return PACKAGED;
  throw new Error(
    `There is no Node ${IMAGE} for this machine among the packages: run the benchmark with it.`,
  );
}
