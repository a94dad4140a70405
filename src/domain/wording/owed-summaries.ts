import type { RiskReasonCode } from '../judgement-terms.js';
import type { ReasonFigures } from '../reasons/reason.js';
import { dayInWords, join, levelInWords, listNames, type NameOf } from './phrases.js';

/** Summaries of the reasons that look at what we owe: news, a solution, a promise; without capital and full stop. */

/** More of a kind than this are counted instead. */
const SHOWN = 3;

/** A deciding level does not know that a problem is solved. */
export function untold(
  { untold: gaps }: ReasonFigures[RiskReasonCode.RESOLUTION_UNTOLD],
  nameOf: NameOf,
): string {
  const said = gaps.map(({ title, level, untoldIds, since }) => {
    const who = untoldIds.length === 0 ? '' : ` (${listNames(untoldIds, nameOf)})`;
    return `${levelInWords(level)}${who} has not been told that "${title}" is solved, since ${dayInWords(since)}`;
  });
  return shortened(said, '; ');
}

/** A problem stands open. */
export function problem(figures: ReasonFigures[RiskReasonCode.PROBLEM_OPEN]): string {
  const { title, severity, openedAt, recurring, open } = figures;
  const again = recurring ? ', and it is not the first time' : '';
  const others = open === 1 ? '' : `; ${open - 1} more ${open === 2 ? 'stands' : 'stand'} open`;
  return `"${title}" (${severity.toLowerCase()}) has stood open since ${dayInWords(openedAt)}${again}${others}`;
}

/** Promises were not kept in time. */
export function promises({ broken, days }: ReasonFigures[RiskReasonCode.PROMISE_BROKEN]): string {
  const kept = broken.map(({ promise, dueOn }) => `"${promise}" (due ${dayInWords(dueOn)})`);
  const count = broken.length === 1 ? 'a promise' : `${broken.length} promises`;
  return `we broke ${count} in the last ${days} days: ${shortened(kept, ', ')}`;
}

function shortened(parts: readonly string[], separator: ', ' | '; '): string {
  const rest = parts.length - SHOWN;
  const shown = rest > 0 ? [...parts.slice(0, SHOWN), `${rest} more`] : parts;
  return separator === ', ' ? join(shown) : shown.join(separator);
}
