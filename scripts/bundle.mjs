/**
 * The second half of `npm run build`: puts each program of dist/ into a few files together with all it loads. Node takes
 * longer to find and link three thousand files than to run them. The single files stay, for whoever imports one.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const DIST = join(import.meta.dirname, '..', 'dist');

const PROGRAMS = { main: join(DIST, 'main.js'), 'cli/main': join(DIST, 'cli', 'main.js') };

/** Leads an error's place back to the TypeScript sources, past what the compiler made of them. */
const mapsOfTheCompiler = {
  name: 'maps-of-the-compiler',
  async load(id) {
    if (!id.startsWith(DIST)) return null;
    const [code, map] = await Promise.all([id, `${id}.map`].map((file) => readFile(file, 'utf8')));
    return { code, map };
  },
};

const bundle = await rolldown({
  input: PROGRAMS,
  platform: 'node',
  plugins: [mapsOfTheCompiler],
  onLog: (level, log, handle) => {
    // Packages look for others that they could work with, most of which are not here. Our own imports the compiler checked.
    if (log.code !== 'UNRESOLVED_IMPORT') handle(level, log);
  },
});
await bundle.write({
  dir: DIST,
  // As deep as dist/config: the way from there to the folder of package.json is part of the program.
  chunkFileNames: 'chunks/[name]-[hash].js',
  // Nest's container and the messages of errors name classes.
  keepNames: true,
  sourcemap: true,
  sourcemapExcludeSources: true,
});
await bundle.close();
