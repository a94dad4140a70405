import { toFigure } from '../model/figures.js';
import { gapOf } from '../model/posterior.js';
import { NAMED_LEVELS, type NamedLevel } from '../standing/levels-standing.js';
import { DivergenceDirection, EvidenceGrade, OrganisationLevel } from '../terms.js';
import { explain } from './cause.js';
import type { Divergence, DivergenceContext } from './divergence.js';
import { gradeOf } from './grade.js';
import { type NextAction, nextQuestions, whoDecides } from './next-action.js';

/** Judges how far the two levels lie apart. */
export function divergenceBetween(context: DivergenceContext): Divergence {
  const { levels, method, facts } = context;
  const questions = [...nextQuestions(levels, method.model), ...whoDecides(facts.structure)];
  if (NAMED_LEVELS.some((level) => levels.named[level].heard === 0)) {
    return { ...UNHEARD, nextActions: questions };
  }
  const gap = gapOf(levels.belief, method.divergence.relevantGap);
  const { lower, grade, probability } = gradeOf(gap, levels, method.divergence);
  const explanation = lower === null ? null : explain(lower, context);
  return {
    direction: directionOf(lower),
    grade,
    gap: toFigure(gap.gap),
    rawGap: toFigure((levels.named.OPERATIONS.score ?? 0) - (levels.named.MANAGEMENT.score ?? 0)),
    probability: toFigure(probability),
    lower,
    cause: explanation?.cause ?? null,
    nextActions: explanation === null ? questions : distinct([explanation.nextAction, ...questions]),
  };
}

const UNHEARD = {
  direction: DivergenceDirection.NONE,
  grade: EvidenceGrade.INSUFFICIENT,
  gap: null,
  rawGap: null,
  probability: null,
  lower: null,
  cause: null,
} as const;

function directionOf(lower: NamedLevel | null): DivergenceDirection {
  if (lower === null) return DivergenceDirection.NONE;
  return lower === OrganisationLevel.MANAGEMENT
    ? DivergenceDirection.OPERATIONS_HIGHER
    : DivergenceDirection.MANAGEMENT_HIGHER;
}

/** The same advice given by the cause and by the statistics is given once. */
function distinct(actions: readonly NextAction[]): NextAction[] {
  return actions.filter(
    (action, index) =>
      actions.findIndex((other) => other.code === action.code && other.level === action.level) === index,
  );
}
