import type { OutcomeEvidence } from '../evidence/outcome-evidence.js';
import {
  type CountedDifference,
  countedDifference,
  type CountedShare,
  stayedShare,
} from '../counted-share.js';
import { RecoveryBefore } from './recovery-before.js';

/** What became of accounts whose problems had been dealt with in one way. */
export interface RecoveryOutcomes extends CountedShare {
  readonly recovery: RecoveryBefore;
}

/** What problems and their recovery had to do with staying. */
export interface RecoveryEffect {
  /** One per way, none left out. */
  readonly groups: readonly RecoveryOutcomes[];
  /** Of all accounts that had problems, the share that stayed. */
  readonly withProblems: CountedShare;
  /** Share of those with problems minus the share of those without. */
  readonly problemsLessNone: CountedDifference;
  /** After a good recovery minus after a poor one. */
  readonly goodLessPoor: CountedDifference;
  /** After a good recovery minus without any problem. */
  readonly goodLessNone: CountedDifference;
}

/** Compares the decisions by how the problems before them had been dealt with. */
export function recoveryEffect(outcomes: readonly OutcomeEvidence[]): RecoveryEffect {
  const where = (recovery: RecoveryBefore): CountedShare =>
    stayedShare(outcomes.filter((outcome) => outcome.recovery === recovery));
  const none = where(RecoveryBefore.NO_PROBLEM);
  const good = where(RecoveryBefore.GOOD);
  const withProblems = stayedShare(outcomes.filter(({ recovery }) => recovery !== RecoveryBefore.NO_PROBLEM));
  return {
    groups: Object.values(RecoveryBefore).map((recovery) => ({ recovery, ...where(recovery) })),
    withProblems,
    problemsLessNone: countedDifference(withProblems, none),
    goodLessPoor: countedDifference(good, where(RecoveryBefore.POOR)),
    goodLessNone: countedDifference(good, none),
  };
}
