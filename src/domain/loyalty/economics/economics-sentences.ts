import { EconomicsInputName, InputSource } from './economics-inputs.js';
import { isOpen } from '../figures-in-words.js';
import type { Inputs } from './inputs-used.js';
import type { CountedDifference, CountedShare } from '../counted-share.js';
import { ENOUGH_ACCOUNT_YEARS } from './account-years.js';
import type { ProblemCost } from './problems/problem-cost.js';

/** What the sentences about missing figures are made of. */
interface Missing {
  readonly retention: CountedShare;
  readonly inputs: Inputs;
  readonly problems: ProblemCost;
  readonly currency: string;
}

/** What could not be worked out and why, a sentence each. */
export function missingForEconomics({ retention, inputs, problems, currency }: Missing): string[] {
  const sentences: string[] = [];
  if (!inputs.retention) {
    sentences.push(
      `The value of a customer is worked out from ${ENOUGH_ACCOUNT_YEARS} account-years with a decision (renewed, expanded, contracted, lost); there ${isOrAre(retention.of)}. Record more loyalty events, or give a retention.`,
    );
  }
  if (inputs.baseMicros === null) {
    sentences.push(
      `No customer with us has an annual value in ${currency}: record one, or give an annual value.`,
    );
  }
  const { withProblem, without } = problems;
  if (Math.min(withProblem.of, without.of) < ENOUGH_ACCOUNT_YEARS) {
    sentences.push(
      `The payoff of preventing problems is worked out from ${ENOUGH_ACCOUNT_YEARS} account-years with a problem before the decision and ${ENOUGH_ACCOUNT_YEARS} without; there are ${withProblem.of} and ${without.of}.`,
    );
  }
  return sentences;
}

function isOrAre(n: number): string {
  return n === 1 ? 'is 1' : `are ${n}`;
}

/** How the figures are to be read, a sentence each. */
export function readingOfEconomics(inputs: Inputs, problems: ProblemCost): string[] {
  return [
    'Retention counts account-years in which a decision was recorded. Where renewals go unrecorded it comes out too low, where losses do too high; contracts of several years make it look lower than it is from year to year. Its interval takes the years of one account as independent of each other.',
    'The value of a customer assumes that margin, annual value and retention stay what they are. It counts the years to come, not the one under way, and no cost of winning customers.',
    ...defaultsInWords(inputs),
    ...problemsInWords(problems),
  ];
}

const IN_WORDS: Partial<Record<EconomicsInputName, string>> = {
  [EconomicsInputName.MARGIN]: 'margin',
  [EconomicsInputName.DISCOUNT_RATE]: 'discount rate',
  [EconomicsInputName.HANDLING_COST]: 'handling cost of a problem',
};

function defaultsInWords({ used }: Inputs): string[] {
  const names = used.flatMap(({ name, source }) =>
    source === InputSource.DEFAULT ? (IN_WORDS[name] ?? []) : [],
  );
  if (names.length === 0) return [];
  return [`Nothing recorded speaks for these inputs, they are defaults: ${names.join(', ')}. Give your own.`];
}

function problemsInWords({ withProblem, without, fewerStay }: ProblemCost): string[] {
  if (withProblem.of === 0 || without.of === 0) return [];
  const counts = `Of ${withProblem.of} account-years with a problem before the decision ${withProblem.hits} stayed, of ${without.of} without ${without.hits}.`;
  return [
    `${counts}${chanceInWords(fewerStay)} That they go together does not prove that the problems made them leave: accounts may differ in other ways, and who is about to leave may report more, or no longer bother.`,
  ];
}

function chanceInWords(difference: CountedDifference): string {
  if (difference.tooFew) return ' They are too few to tell it from chance.';
  return isOpen(difference) ? ' A difference of nothing lies within the interval.' : '';
}
