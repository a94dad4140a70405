import { join, levelInWords, listNames, type NameOf, sentence } from '../../wording/phrases.js';
import type { Cycle, NextStep } from '../cycle.js';
import { type Link, LinkKind, type Path } from '../reach/connections.js';
import { CycleStage } from '../terms.js';
import { functionsInWords } from './coverage-sentences.js';
import { guardInWords } from './guard-sentences.js';

/** What to do next, in a sentence with the people named. */
export function nextStepInWords(step: NextStep, nameOf: NameOf): string {
  if (step.code === 'LIFT_GUARD') {
    const reasons = step.guards.map((guard) => guardInWords(guard, nameOf));
    return `Nobody is to be asked for anything yet. ${reasons.join(' ')}`;
  }
  return sentence(adviceOf(step, nameOf));
}

function adviceOf(step: Exclude<NextStep, { code: 'LIFT_GUARD' }>, nameOf: NameOf): string {
  const name = (id: string): string => nameOf(id) ?? 'somebody';
  switch (step.code) {
    case 'LEARN_FIRST':
      return 'record what your functions know of this account: nothing was learned within a year';
    case 'HEAR_LEVEL':
      return `ask ${someoneOf(step.stakeholderIds, nameOf)} in ${levelInWords(step.level)} what matters to them: nobody there was heard this quarter`;
    case 'ASK_OUR_FUNCTIONS':
      return `ask your colleagues in ${functionsInWords(step.functions)} what they know: so far one function speaks for all`;
    case 'TEACH_LEVEL':
      return `show ${someoneOf(step.stakeholderIds, nameOf)} in ${levelInWords(step.level)} how their peers do: nobody there was shown anything within a year`;
    case 'WIN_ADVOCATE':
      return 'ask who would recommend you: nobody here says so yet, or they rest';
    case 'EQUIP':
      return `hand ${listNames(step.stakeholderIds, nameOf, 'or')} a kit: they would recommend you and have nothing to show`;
    case 'ASK_ADVOCATE':
      return `ask ${name(step.path.fromId)} to speak to ${name(step.targetId)}${wayInWords(step.path, nameOf)}`;
    case 'FIND_A_WAY':
      return `find out who is close to ${name(step.targetId)}: no advocate is connected with them`;
    case 'WIN_ANOTHER_ADVOCATE':
      return `win a second advocate: all that is said for you is said by ${name(step.advocateId)}`;
    case 'KEEP_GOING':
      return 'everybody who decides has heard an advocate: go on learning from them';
  }
}

/** Why the account is said to be at its stage, in a sentence. */
export function stageInWords({ stage, counts }: Cycle): string {
  const { insights, teachings, amplifications } = counts;
  const done = join([
    counted(insights, 'insight'),
    counted(teachings, 'teaching'),
    counted(amplifications, 'time an advocate spoke', 'times an advocate spoke'),
  ]);
  const reached: Record<CycleStage, string> = {
    [CycleStage.LEARN]: 'still learning',
    [CycleStage.TEACH]: 'teaching, and nobody has spoken for us yet',
    [CycleStage.AMPLIFY]: 'amplifying',
  };
  return sentence(`${reached[stage]}: ${done} within a year`);
}

/** How somebody is connected with somebody else: `, who reports to Eva`. */
export function wayInWords({ links }: Path, nameOf: NameOf): string {
  const [first, ...others] = links;
  if (!first) return '';
  const last = links.at(-1);
  if (others.length === 0)
    return first.kind === LinkKind.REPORTING_LINE ? ', along the reporting line' : ', whom they meet with us';
  const through = links.filter((link) => link !== last).map(({ toId }: Link) => toId);
  return `, by way of ${listNames(through, nameOf)}`;
}

function someoneOf(ids: readonly string[], nameOf: NameOf): string {
  return ids.length === 0 ? 'somebody' : listNames(ids, nameOf, 'or');
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : several}`;
}
