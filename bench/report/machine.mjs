import { cpus, release, totalmem, type } from 'node:os';

/** The machine of a run, in a line. No figure of another machine compares with one of this. */
export function machine() {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} x ${cores[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}`;
}
