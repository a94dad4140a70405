import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of this package. */
export const BENCH_ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Where databases, profiles and the like are kept between two runs; ignored by everything else. */
export const CACHE = join(PROJECT_ROOT, '.strata', 'bench');

/** A module of the built product. */
export function fromBuild(path) {
  return import(new URL(`../../dist/${path}`, import.meta.url).href);
}

/** What the data depend on: the committed migrations and the generator. */
export function dataVersion() {
  const hash = createHash('sha256');
  for (const folder of [join(PROJECT_ROOT, 'src', 'database', 'migrations'), join(BENCH_ROOT, 'data')]) {
    const files = readdirSync(folder, { recursive: true }).filter((path) => /\.(ts|mjs)$/.test(path));
    for (const path of files.sort()) hash.update(path).update(readFileSync(join(folder, path)));
  }
  return hash.digest('hex').slice(0, 8);
}
