import { type NextAction, NextActionCode } from '../divergence/next-action.js';
import { POINTS_OF_CONNECTION } from '../instruments/built-in.js';
import { join, levelInWords, listNames, type NameOf, sentence } from './phrases.js';

/** What to do next, naming the people concerned; null when there is nothing to do. */
export function nextActionsInWords(actions: readonly NextAction[], nameOf: NameOf): string | null {
  return actions.length === 0 ? null : actions.map((action) => nextActionInWords(action, nameOf)).join(' ');
}

/** One next action as a sentence. */
export function nextActionInWords(action: NextAction, nameOf: NameOf): string {
  return sentence(advice(action, nameOf));
}

function advice(action: NextAction, nameOf: NameOf): string {
  const { code, level: namedLevel, stakeholderIds, criteria } = action;
  const title = `"${action.problem?.title ?? ''}"`;
  const level = namedLevel === null ? 'the account' : levelInWords(namedLevel);
  const everyone = listNames(stakeholderIds, nameOf);
  const anyone = listNames(stakeholderIds, nameOf, 'or');
  switch (code) {
    case NextActionCode.TELL_RESOLUTION:
      return `tell ${everyone} in ${level} today that ${title} is solved`;
    case NextActionCode.FIX_PROBLEM:
      return stakeholderIds.length === 0 ? `solve ${title}` : `solve ${title} and keep ${everyone} informed`;
    case NextActionCode.INTRODUCE_YOURSELF:
      return `introduce yourself to ${everyone}, new in ${level}`;
    case NextActionCode.GO_THERE:
      return stakeholderIds.length === 0 ? `go and see ${level}` : `go and see ${level}: ${everyone}`;
    case NextActionCode.ASK_AGAIN:
      return `ask ${everyone} in ${level} again: what was said there is old`;
    case NextActionCode.ASK_ANOTHER:
      return `ask somebody else in ${level}: ${anyone}`;
    case NextActionCode.COMPARE_CRITERIA:
      return `talk with ${everyone} about what ${level} weighs differently: ${join(criteriaInWords(criteria))}`;
    case NextActionCode.ASK_WHY:
      return `ask ${everyone} in ${level} why they are less satisfied`;
    case NextActionCode.ASK_FIRST:
      return `ask ${anyone}: nobody in ${level} has been heard`;
    case NextActionCode.FIND_PEOPLE:
      return `find out who works in ${level}: nobody is known there`;
    case NextActionCode.FIND_OUT_WHO_DECIDES:
      return 'find out who decides about us';
  }
}

function criteriaInWords(criteria: readonly string[]): string[] {
  return criteria.map((criterion) => {
    const point = POINTS_OF_CONNECTION.items.find(({ code }) => code === criterion);
    return `"${point?.description ?? criterion}"`;
  });
}
