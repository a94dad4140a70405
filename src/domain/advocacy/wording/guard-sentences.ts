import { dayInWords, join, levelInWords, listNames, type NameOf, sentence } from '../../wording/phrases.js';
import { type AskGuard, AskGuardCode } from '../ask-guard.js';

/** Why somebody is not to be asked, in a sentence. */
export function guardInWords(guard: AskGuard, nameOf: NameOf): string {
  return sentence(reasonOf(guard, nameOf));
}

function reasonOf(guard: AskGuard, nameOf: NameOf): string {
  switch (guard.code) {
    case AskGuardCode.PROBLEM_OPEN: {
      const [worst, ...others] = guard.problems;
      const more =
        others.length === 0
          ? ''
          : `, and ${others.length} more ${others.length === 1 ? 'stands' : 'stand'} open`;
      return `"${worst?.title ?? ''}" stands open${more}: solve it before asking for anything`;
    }
    case AskGuardCode.RESOLUTION_UNTOLD: {
      const gaps = guard.gaps.map(
        ({ problem, level, untoldIds }) =>
          `${levelInWords(level)} (${listNames(untoldIds, nameOf)}) has not been told that "${problem.title}" is solved`,
      );
      return join(gaps);
    }
    case AskGuardCode.LEVEL_DIVERGING:
      return guard.lower === null
        ? 'the levels are of different minds: find out why before asking for anything'
        : `${levelInWords(guard.lower)} is the less satisfied level: find out why before asking for anything`;
    case AskGuardCode.ASKED_RECENTLY:
      return `already asked on ${dayInWords(guard.askedAt)}: ask again from ${dayInWords(guard.until)}`;
  }
}
