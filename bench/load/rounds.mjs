import { untilIdle } from '../systems/process.mjs';
import { perAnswer, processorTime } from '../systems/processor-time.mjs';
import { fire } from './fire.mjs';

/** Seconds for which a system is warmed up before the first round of a workload. */
const WARM_UP = 2;

/**
 * Measures the systems in alternation, in another order each round. `lanes` are `{ name, url, pid, requests, smallest }`.
 * With the postmaster's process, also how much processor time each answer took. Returns by name the figures of every round.
 */
export async function alternate(lanes, options) {
  const { rounds, connections, seconds, postmaster = null, onRound = () => undefined } = options;
  const look = ({ pid }) => (postmaster === null ? null : processorTime({ pid, postmaster }));
  const measure = async (lane, duration, more) => {
    const before = look(lane);
    const figure = await fire({ ...lane, connections, seconds: duration, ...more });
    // What was under way at the end is still being worked off, and must not slow the next system.
    await untilIdle(lane.pid);
    return { ...figure, processor: perAnswer(before, look(lane), figure.answers) };
  };
  for (const lane of lanes) await measure(lane, WARM_UP, { atLeast: 0 });
  const figures = Object.fromEntries(lanes.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < lanes.length; turn += 1) {
      const lane = lanes[(turn + round) % lanes.length];
      const figure = await measure(lane, seconds);
      figures[lane.name].push(figure);
      onRound(lane.name, figure);
    }
  }
  return figures;
}
