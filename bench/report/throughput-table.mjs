import { ratio, spread } from '../load/stats.mjs';

/** A number with as many digits as it deserves. */
export function figure(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** Median with smallest and largest of the rounds: `0.48 (0.45-0.52)`. */
export function withSpread({ median, low, high }) {
  return `${figure(median)} (${figure(low)}-${figure(high)})`;
}

/**
 * Rows of the comparison: workload, connections, system, answers per second, the product's throughput as part of the
 * system's, p50 and p99 in milliseconds, and the milliseconds of processor time that each answer took of the system and of
 * PostgreSQL.
 */
export function throughputRows(throughput) {
  return Object.entries(throughput).flatMap(([name, byConnections]) =>
    Object.entries(byConnections).flatMap(([connections, bySystem]) =>
      Object.entries(bySystem).map(([system, rounds]) =>
        row(name, connections, system, rounds, bySystem.strata),
      ),
    ),
  );
}

function row(name, connections, system, rounds, ours) {
  const rates = rounds.map(({ perSecond }) => perSecond);
  const beside =
    ours && system !== 'strata'
      ? ratio(
          ours.map(({ perSecond }) => perSecond),
          rates,
        )
      : null;
  const middle = (key) => figure(spread(rounds.map((round) => round[key])).median);
  return [
    name,
    connections,
    system,
    withSpread(spread(rates)),
    beside ? withSpread(beside) : '',
    middle('p50'),
    middle('p99'),
    ...['system', 'database'].map((who) => processorTime(rounds, who)),
  ];
}

/** Empty where the operating system does not tell. */
function processorTime(rounds, who) {
  if (rounds.some(({ processor }) => !processor)) return '';
  return figure(spread(rounds.map(({ processor }) => processor[who])).median);
}

/** Lines of a table for the terminal, every column as wide as its widest cell. */
export function textTable(titles, rows) {
  const widths = titles.map((title, at) => Math.max(title.length, ...rows.map((cells) => cells[at].length)));
  const line = (cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd();
  return [line(titles), ...rows.map(line)];
}

/** The titles of `throughputRows`. */
export const THROUGHPUT_TITLES = [
  'work',
  'connections',
  'system',
  'answers/s',
  'strata / it',
  'p50 ms',
  'p99 ms',
  'its processor ms',
  "PostgreSQL's ms",
];
