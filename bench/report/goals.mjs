import { ratio, spread } from '../load/stats.mjs';

/** What the product's throughput is to be, as part of each other system's. */
const THROUGHPUT = {
  Q1: { floor: 0.55, postgraphile: 1.8, nest: 5 },
  Q2: { floor: 0.45, postgraphile: 1.4, nest: 3.5 },
  M1: { floor: 0.5, nest: 3 },
  M2: { floor: 0.5, nest: 3 },
};

/** At 8 connections, the slowest of a hundred answers may take so many times as long as the floor's. */
const SLOWEST = 2.5;

/** What is to cost the same may give this part of the throughput. */
const SAME = 0.85;

const MB = 2 ** 20;

/** A goal: what is measured, in words; the bound; the figure with its spread, null where it was not measured. */
const atLeast = (what, bound, value, unit = '') => ({ what, bound, value, unit, least: true });
const atMost = (what, bound, value, unit = '') => ({ what, bound, value, unit, least: false });

/** Every goal with what was measured of it. */
export function goals({ throughput, growth, import: rounds, sweep, footprint }) {
  return [
    ...Object.entries(throughput).flatMap(([name, byConnections]) => throughputGoals(name, byConnections)),
    ...growthGoals(growth),
    ...importGoals(rounds),
    ...sweepGoals(sweep),
    ...footprintGoals(footprint),
  ];
}

function throughputGoals(name, byConnections) {
  const bounds = THROUGHPUT[name] ?? {};
  const beside = Object.entries(byConnections).flatMap(([connections, { strata, ...others }]) =>
    Object.entries(bounds)
      .filter(([system]) => strata && others[system])
      .map(([system, bound]) =>
        atLeast(
          `${name} as part of ${system}, ${connections} connections`,
          bound,
          rates(strata, others[system]),
        ),
      ),
  );
  const { strata, floor } = byConnections[8] ?? {};
  if (!strata || !floor || !THROUGHPUT[name]) return beside;
  const slowest = ratio(...[strata, floor].map((figures) => figures.map(({ p99 }) => p99)));
  return [...beside, atMost(`${name}: p99 to the floor's, 8 connections`, SLOWEST, slowest)];
}

function rates(ours, theirs) {
  return ratio(...[ours, theirs].map((figures) => figures.map(({ perSecond }) => perSecond)));
}

function growthGoals(growth) {
  if (!growth) return [];
  const same = (what, pair) => (pair ? [atLeast(what, SAME, rates(pair.many, pair.few))] : []);
  const [few, many] = (growth.accounts ?? []).map((count) => count.toLocaleString('en'));
  return [
    ...['Q1', 'Q2', 'Q3', 'M1'].flatMap((name) =>
      same(`${name} with ${many} accounts as part of ${few}`, growth[name]),
    ),
    ...same('M1 with 100,000 answers in the account as part of 10', growth.answers),
    ...same(`Page ${Math.max(...growth.pages)} as part of page 1`, growth.page),
  ];
}

function importGoals(rounds) {
  if (!rounds) return [];
  const rate = spread(rounds.map(({ seconds, copySeconds }) => copySeconds / seconds));
  const memory = spread(rounds.map((round) => round.memory / MB));
  const { contacts } = rounds[0];
  return [
    atLeast(`I1: ${contacts.toLocaleString('en')} contacts, rate as part of a bare COPY`, 0.5, rate),
    atMost('I1: memory', 300, memory, ' MB'),
  ];
}

function sweepGoals(sweep) {
  if (!sweep) return [];
  const { accounts, seconds, idle, sweeping } = sweep;
  const beside = sweeping === null ? null : spread([sweeping / idle]);
  return [
    // Told as a rate, so that a run on less data says whether 200,000 accounts would be done in five minutes.
    atLeast(`S1: accounts a second, of ${accounts.toLocaleString('en')}`, 667, spread([accounts / seconds])),
    atLeast('S1: Q1 beside the sweep as part of Q1 alone', 0.8, beside),
  ];
}

function footprintGoals(footprint) {
  if (!footprint) return [];
  return [
    atMost('Memory at 64 connections', 350, spread([footprint.memory / MB]), ' MB'),
    atMost('Ready after', 1.5, scaled(footprint.ready, 1_000), ' s'),
  ];
}

function scaled({ median, low, high, rounds }, by) {
  return { median: median / by, low: low / by, high: high / by, rounds };
}

/** Whether a goal is met; where its bound lies between the lowest and the highest round, that cannot be told. */
export function verdict({ bound, value, least }) {
  if (!value) return 'not measured';
  const holds = (figure) => (least ? figure >= bound : figure <= bound);
  if (holds(value.low) !== holds(value.high))
    return `within the spread (${holds(value.median) ? 'yes' : 'no'} by median)`;
  return holds(value.median) ? 'yes' : 'no';
}
