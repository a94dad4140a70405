import type { AccountFacts, Instant, ProblemFact } from '../../facts.js';
import { isWithin, lastDays, type Period } from '../../instants.js';
import { levelKnowledge } from '../../ledger/level-knowledge.js';
import { isOpenAt } from '../../ledger/problem-state.js';
import { decidingLevelsOf } from '../../standing/deciding-levels.js';
import { ProblemStatus } from '../../terms.js';
import { EVIDENCE_METHOD } from '../evidence-method.js';

/** How an account's problems had been dealt with before a decision; of several problems the worst dealt with counts. */
export enum RecoveryBefore {
  /** Nothing had gone wrong. */
  NO_PROBLEM = 'NO_PROBLEM',
  /** Solved, and a deciding level knew so by the ledger. */
  GOOD = 'GOOD',
  /** Solved, but the ledger does not say what anybody at a deciding level knew of it. */
  UNRECORDED = 'UNRECORDED',
  /** Still open, or a deciding level knew of the problem and not of its solution. */
  POOR = 'POOR',
}

const { NO_PROBLEM, GOOD, UNRECORDED, POOR } = RecoveryBefore;

/** How the problems of the days before an instant stood at that instant. */
export function recoveryBefore(facts: AccountFacts, at: Instant): RecoveryBefore {
  const period = lastDays(at, EVIDENCE_METHOD.days);
  const recoveries = facts.problems
    .filter((problem) => stoodOpenWithin(problem, period))
    .map((problem) => recoveryOf(problem, facts, at));
  return [POOR, UNRECORDED, GOOD].find((recovery) => recoveries.includes(recovery)) ?? NO_PROBLEM;
}

/** Whether the problem arose in the period, came back in it, or stood open when it began. */
export function stoodOpenWithin(problem: ProblemFact, period: Period): boolean {
  const cameBack = problem.changes.some(
    ({ status, at }) => status === ProblemStatus.OPEN && isWithin(at, period),
  );
  return isWithin(problem.occurredAt, period) || cameBack || isOpenAt(problem, period.from);
}

function recoveryOf(problem: ProblemFact, facts: AccountFacts, at: Instant): RecoveryBefore {
  if (isOpenAt(problem, at)) return POOR;
  const entries = facts.knowledge.filter(({ problemId }) => problemId === problem.id);
  const levels = decidingLevelsOf(facts.structure).map((level) =>
    levelKnowledge(level, problem, facts, at, entries),
  );
  if (levels.some(({ knowsOfProblem, knowsOfResolution }) => knowsOfProblem && !knowsOfResolution))
    return POOR;
  return levels.some(({ knowsOfResolution }) => knowsOfResolution) ? GOOD : UNRECORDED;
}
