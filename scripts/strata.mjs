/** `npm run strata -- <command>`: the product from a terminal. Set-up speaks on stderr, so `--json` output stays clean. */
import { runBuilt, setUp } from './setup.mjs';

await setUp();
await runBuilt('cli/main.js');
