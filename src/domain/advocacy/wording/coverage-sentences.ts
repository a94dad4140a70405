import type { OurFunction } from '../../terms.js';
import { dayInWords, join, levelInWords, sentence } from '../../wording/phrases.js';
import type { Coverage } from '../coverage.js';

/** What is missing in what we know of an account, in sentences; empty when nothing is. */
export function coverageInWords({ functions, levels }: Coverage): string[] {
  const silent = functions.filter(({ insights }) => insights === 0).map(({ ourFunction }) => ourFunction);
  const never =
    silent.length === 0
      ? []
      : [`${functionsInWords(silent)} ${silent.length === 1 ? 'has' : 'have'} never recorded anything`];
  const unheard = levels
    .filter(({ isHeardLately }) => !isHeardLately)
    .map(({ level, lastHeardAt }) => {
      const before =
        lastHeardAt === null ? 'nor ever before' : `the last time was on ${dayInWords(lastHeardAt)}`;
      return `nobody in ${levelInWords(level)} was heard this quarter, ${before}`;
    });
  return [...never, ...unheard].map(sentence);
}

/** `finance and field`. */
export function functionsInWords(functions: readonly OurFunction[]): string {
  return join(functions.map((each) => each.toLowerCase()));
}
