import { cpus, release, totalmem, type } from 'node:os';
import { runtimeVersion } from '../systems/runtime.mjs';

/** The machine of a run, and the Node that all systems ran on, in a line. No figure of another machine compares with one of this. */
export function machine() {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} x ${cores[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${type()} ${release()}, Node ${runtimeVersion()}`;
}
