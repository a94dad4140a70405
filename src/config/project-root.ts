import { resolve } from 'node:path';

/** The folder that holds package.json; just as far away from `src/config` as from the built `dist/config` and `dist/chunks`. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..');
