import type { OutcomeEvidence } from '../outcome-evidence.js';
import { countOf } from '../../figures-in-words.js';

/** How far the evidence rests on what was learned once decisions were known. */
export interface LearnedLater {
  /** Answers held against a decision that were entered on its day or later. */
  readonly lateAnswers: number;
  /** Decisions of a time from which no structure is recorded. */
  readonly structuresKnownLater: number;
}

/** How much the evidence rests on, and what it can never prove. Never empty. */
export function evidenceInWords(
  outcomes: readonly OutcomeEvidence[],
  { lateAnswers, structuresKnownLater }: LearnedLater,
): string[] {
  if (outcomes.length === 0) return [NOTHING_YET, CAUSE];
  const accounts = new Set(outcomes.map(({ accountId }) => accountId)).size;
  const left = outcomes.filter(({ stayed }) => !stayed).length;
  return [
    `${countOf(outcomes.length, 'decision')} of ${countOf(accounts, 'account')}: ${outcomes.length - left} stayed, ${left} left.`,
    ...(accounts < outcomes.length ? [REPEATED] : []),
    ...(lateAnswers > 0 ? [lateInWords(lateAnswers)] : []),
    ...(structuresKnownLater > 0 ? [structuresInWords(structuresKnownLater)] : []),
    CAUSE,
  ];
}

const NOTHING_YET =
  'No decision of an account is recorded yet, so there is nothing to hold against what was said.';
const REPEATED =
  'Some accounts decided more than once; their decisions count one by one, so the intervals are somewhat too narrow.';
const CAUSE =
  'What goes together need not cause each other: who was asked, who answered and how an account was looked after were not left to chance. ' +
  'Raising an answer does not by itself make an account stay.';

function lateInWords(answers: number): string {
  return answers === 1
    ? '1 answer held against a decision was entered only when the decision was known; its date is taken as it was given.'
    : `${answers} answers held against a decision were entered only when the decision was known; their dates are taken as they were given.`;
}

function structuresInWords(decisions: number): string {
  return `${countOf(decisions, 'decision')} fell before we knew the account: today's structure stands in for that of then.`;
}
