import { resolve } from 'node:path';

/** The folder that holds package.json; the same distance away from `src/config` and from the built `dist/config`. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..');
