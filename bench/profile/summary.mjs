import { readFileSync } from 'node:fs';

/** Where the time went, as shares of the time the process was busy: by package, and by function. */
export function summarise(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'));
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const [packages, functions] = [new Map(), new Map()];
  let [busy, idle] = [0, 0];
  samples.forEach((id, at) => {
    const { functionName, url, lineNumber } = byId.get(id);
    const time = timeDeltas[at];
    if (functionName === '(idle)') return void (idle += time);
    busy += time;
    const from = packageOf(url, functionName);
    add(packages, from, time);
    add(functions, `${functionName || '(anonymous)'} ${from}:${lineNumber + 1}`, time);
  });
  return {
    idle: idle / (busy + idle),
    packages: largest(packages, busy, 20),
    functions: largest(functions, busy, 30),
  };
}

function packageOf(url, functionName) {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (installed) return installed[1];
  const ours = /\/dist\/(.+)\.js$/.exec(url);
  if (ours) return `strata/${ours[1]}`;
  return url === '' ? functionName : url;
}

function add(sums, name, time) {
  sums.set(name, (sums.get(name) ?? 0) + time);
}

function largest(sums, whole, count) {
  const sorted = [...sums].sort(([, a], [, b]) => b - a).slice(0, count);
  return sorted.map(([name, time]) => ({ name, share: time / whole }));
}
