/**
 * Runs the product's tests on another footing than `npm test` does. Arguments after the footing go to jest.
 *
 *   node bench/scale/run.mjs pgbouncer      the services reach their databases through PgBouncer in transaction mode
 *   node bench/scale/run.mjs partitioned    every tenant table is cut by the hash of its tenant
 *   node bench/scale/run.mjs instances      two instances of the service take turns behind one address
 */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { footings } from './footings.mjs';

const [name = '', ...toJest] = process.argv.slice(2);
const footing = footings[name];
if (!footing) {
  console.error(`Name one of: ${Object.keys(footings).join(', ')}.`);
  process.exit(2);
}
Object.assign(process.env, footing.environment({ find }));
// There is more to do for each test than `npm test` leaves time for.
const options = ['--testTimeout', '120000', '--testPathIgnorePatterns', ...footing.leavesOut];
process.argv.splice(2, process.argv.length, ...toJest, ...options);
await import('../../scripts/test.mjs');

/** The path of an installed program; ends with what to install when it is missing. */
function find(program, whatToDo) {
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/bin',
  ];
  const path = folders.map((folder) => join(folder, program)).find(isProgram);
  if (path) return path;
  console.error(`${program} is not installed. ${whatToDo}`);
  process.exit(2);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
