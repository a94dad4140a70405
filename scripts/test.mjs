/** `npm test`: set up what is missing (the smoke test starts the built service), then all tests. Arguments go to jest. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from './program.mjs';
import { setUp } from './setup.mjs';

await setUp();
process.chdir(PROJECT_ROOT);
process.env.NODE_ENV = 'test';
await import(pathToFileURL(join(PROJECT_ROOT, 'node_modules', 'jest', 'bin', 'jest.js')).href);
