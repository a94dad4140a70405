import { parseArgs } from 'node:util';

/** Everything that can be measured, in the order in which it is. */
export const PARTS = ['S1', 'Q1', 'Q2', 'Q3', 'M1', 'M2', 'I1', 'growth', 'footprint'];

/** The systems, the product first. */
export const SYSTEMS = ['strata', 'floor', 'postgraphile', 'yoga', 'nest'];

export const USAGE = `Usage: npm run bench -- [options]
  --small                  a hundredth of the data: a quick look
  --scale <share>          this share of the data (1 is 200,000 accounts)
  --only <parts>           ${PARTS.join(',')}
  --systems <systems>      ${SYSTEMS.join(',')}
  --connections <counts>   default 8,64
  --seconds <seconds>      length of one measurement (default 10; 3 with --small)
  --rounds <count>         measurements of each system, at least 3 for a result to keep (default 3)
  --seed <number>          of the data (default 1)
  --check                  only compare the systems' answers
  --profile                write a CPU profile of the product during each workload of --only
  --write                  write the results into bench/README.md (done by itself at full size with all parts and systems)`;

/** The options of a run. Throws with a sentence when one cannot be used. */
export function readOptions(args) {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({
    args,
    options: {
      ...{
        only: text,
        systems: text,
        connections: text,
        seconds: text,
        rounds: text,
        seed: text,
        scale: text,
      },
      ...{ small: flag, check: flag, profile: flag, write: flag, help: { ...flag, short: 'h' } },
    },
  });
  const scale = number('scale', values.scale ?? (values.small ? '0.01' : '1'), 0.001, 10);
  return {
    scale,
    only: words('only', values.only, PARTS),
    systems: words('systems', values.systems, SYSTEMS),
    connections: (values.connections ?? '8,64')
      .split(',')
      .map((count) => number('connections', count, 1, 1_000)),
    seconds: number('seconds', values.seconds ?? (scale < 0.1 ? '3' : '10'), 1, 600),
    rounds: number('rounds', values.rounds ?? '3', 1, 100),
    seed: number('seed', values.seed ?? '1', 0, 1e6),
    check: values.check,
    profile: values.profile,
    write: values.write,
    help: values.help,
  };
}

/** Whether a run measures everything at full size, so that its results are those to keep. */
export function isFullRun({ scale, only, systems, rounds, check }) {
  return (
    scale === 1 && only.length === PARTS.length && systems.length === SYSTEMS.length && rounds >= 3 && !check
  );
}

function words(name, given, known) {
  if (given === undefined) return known;
  const wanted = given.split(',');
  const strange = wanted.find((word) => !known.includes(word));
  if (strange !== undefined) throw new Error(`--${name} is '${strange}'; there are ${known.join(', ')}.`);
  return known.filter((word) => wanted.includes(word));
}

function number(name, given, least, most) {
  const value = Number(given);
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} is '${given}'; it takes a number from ${least} to ${most}.`);
}
