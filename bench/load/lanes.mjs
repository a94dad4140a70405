import { WORKLOADS } from './workloads.mjs';

/** The lanes of a workload: what is sent to each system that can answer it. `keys` are the tenants' keys by id. */
export function lanesOf(name, systems, { targets, keys }) {
  const workload = WORKLOADS[name];
  return systems
    .filter((system) => system.answers(name))
    .map((system) => ({
      name: system.name,
      url: system.url,
      pid: system.pid,
      said: system.said,
      read: (answer) => system.read(answer, workload.operation),
      writes: workload.writes,
      requests: workload.make(targets).map((request) => requestOf(system, workload, request, keys)),
    }));
}

function requestOf(system, workload, request, keys) {
  const body = () => system.bodyOf(workload, request);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${keys.get(request.tenant)}` };
  const shared = { method: 'POST', path: '/graphql', headers };
  if (!workload.writes) return { ...shared, body: body() };
  return { ...shared, body: body(), setupRequest: (sent) => ({ ...sent, body: body() }) };
}
