import type { ProblemFact } from '../../facts.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { daysOpen, isOpenAt, problemStateAt } from '../../ledger/problem-state.js';
import { isRecurring } from '../../ledger/recurrence.js';
import { heaviestFirst } from '../../ledger/severity.js';
import type { ReasonMethod } from '../../method.js';
import { toFigure } from '../../model/figures.js';
import { Severity } from '../../terms.js';
import { evidenceOf, type JudgementContext, type OpenProblem, type Reason } from '../reason.js';

/**
 * Problems stand open. The heaviest alone weighs: how many are on record tells how large a customer is and how
 * carefully it is served, not how close it is to leaving.
 */
export function problemOpen(context: JudgementContext): Reason | null {
  const { facts, at, method } = context;
  const open = heaviestFirst(
    facts.problems.filter((problem) => isOpenAt(problem, at)).map((problem) => ({ problem })),
  ).map(({ problem }) => weighed(problem, context));
  const heaviest = [...open].sort((a, b) => b.weight - a.weight)[0];
  if (heaviest === undefined) return null;
  return {
    code: RiskReasonCode.PROBLEM_OPEN,
    weight: toFigure(Math.min(heaviest.weight, method.reasons.problemOpen.most)),
    figures: { ...heaviest.figures, open: open.length },
    evidence: evidenceOf(
      'problem',
      open.map(({ figures }) => figures.problemId),
    ),
  };
}

function weighed(
  problem: ProblemFact,
  { facts, at, method }: JudgementContext,
): { weight: number; figures: OpenProblem } {
  const { agedDays, agedFactor, recurringFactor } = method.reasons.problemOpen;
  const aged = daysOpen(problem, at) > agedDays;
  const recurring = isRecurring(problem, facts.problems, method.recurrence);
  const factor = (aged ? agedFactor : 1) * (recurring ? recurringFactor : 1);
  const { id: problemId, title, severity } = problem;
  const { openedAt } = problemStateAt(problem, at);
  return {
    weight: weightOf(severity, method.reasons.problemOpen) * factor,
    figures: { problemId, title, severity, openedAt, aged, recurring },
  };
}

function weightOf(severity: Severity, weights: ReasonMethod['problemOpen']): number {
  switch (severity) {
    case Severity.LOW:
      return weights.low;
    case Severity.MEDIUM:
      return weights.medium;
    case Severity.HIGH:
      return weights.high;
    case Severity.CRITICAL:
      return weights.critical;
  }
}
