import autocannon from 'autocannon';

/**
 * Sends requests for so many seconds over so many kept-alive connections, each beginning at another place of the list.
 * Returns answers per second and the latencies (milliseconds) that 50 and 99 of 100 stayed within. Throws when an answer
 * was no 200, or smaller than `smallest` bytes: whoever answers with an error is fast.
 * So does fewer than `atLeast` answers.
 */
export async function fire({ url, requests, connections, seconds, smallest = 1, said = [], atLeast = 1 }) {
  const latencies = [];
  let [bytes, faults, client] = [0, 0, 0];
  const instance = autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    timeout: 60,
    requests: [requests[0]],
    setupClient: (connection) => connection.setRequests(startingAt(requests, client++ * 7)),
  });
  const began = performance.now();
  instance.on('response', (_client, status, size, latency) => {
    // The generator looks only once a second whether it is time to stop.
    if (performance.now() - began > seconds * 1000) return;
    latencies.push(latency);
    bytes += size;
    if (status !== 200 || size < smallest) faults += 1;
  });
  const { errors } = await instance;
  if (faults + errors > 0) {
    const last = said.slice(-3).join('');
    throw new Error(`${faults} wrong answers and ${errors} broken connections at ${url}. It said: ${last}`);
  }
  if (latencies.length < atLeast) throw new Error(`${url} gave no answer in ${seconds} s.`);
  latencies.sort((a, b) => a - b);
  // Without an answer it took at least as long as anybody waited.
  const within = (share) =>
    latencies.length === 0
      ? seconds * 1000
      : latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return {
    perSecond: latencies.length / seconds,
    p50: within(0.5),
    p99: within(0.99),
    bytes: Math.round(bytes / Math.max(1, latencies.length)),
    answers: latencies.length,
  };
}

function startingAt(list, place) {
  const start = place % list.length;
  // Copies: the generator keeps what it sends in the request itself.
  return [...list.slice(start), ...list.slice(0, start)].map((request) => ({ ...request }));
}
