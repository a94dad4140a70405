import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT_ROOT, runQuietly, withLock } from './program.mjs';

/** Lies in dist/ and names the sources that were built; written last, so a build that failed has none. */
const STAMP = join(PROJECT_ROOT, 'dist', '.sources');

/** What `npm run build` runs, each with its arguments. */
const STEPS = [
  [join(PROJECT_ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'],
  [join(PROJECT_ROOT, 'scripts', 'bundle.mjs')],
];

/** Builds dist/ when the sources are not those it was built from. */
export async function ensureBuilt() {
  if (isBuilt(sourcesHash())) return;
  await withLock('setup', 'another command to build the service', async () => {
    const hash = sourcesHash();
    if (isBuilt(hash)) return;
    console.error('Building (the sources are new or changed) ...');
    for (const step of STEPS) {
      const { code, output } = await runQuietly(process.execPath, step, process.env);
      if (code !== 0)
        throw new Error(`${output}\nThe service could not be built; what went wrong stands above.`);
    }
    writeFileSync(STAMP, hash);
  });
}

function isBuilt(hash) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

function sourcesHash() {
  const hash = createHash('sha256');
  const settings = [
    'package.json',
    'package-lock.json',
    'nest-cli.json',
    'tsconfig.json',
    'tsconfig.build.json',
    join('scripts', 'bundle.mjs'),
  ];
  for (const file of [...settings.map((name) => join(PROJECT_ROOT, name)), ...sources()]) {
    hash
      .update(`${relative(PROJECT_ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function sources() {
  return readdirSync(join(PROJECT_ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
