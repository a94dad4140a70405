import { DivergenceDirection, EvidenceGrade } from '../judgement-terms.js';
import { toFigure } from '../model/figures.js';
import { gapOf } from '../model/posterior.js';
import { levelBehind } from './proven.js';
import { NAMED_LEVELS, type NamedLevel } from '../standing/levels-standing.js';
import { OrganisationLevel } from '../terms.js';
import { explain } from './cause.js';
import type { Divergence, DivergenceContext } from './divergence.js';
import { gradeOf } from './grade.js';
import { fixWorstProblem, tellOfResolutions } from './ledger-actions.js';
import { type NextAction, nextQuestions, whoDecides } from './next-action.js';

/** Judges how far the two levels lie apart: by what the ledger proves, else by what was answered. */
export function divergenceBetween(context: DivergenceContext): Divergence {
  const answered = answeredGap(context);
  const behind = levelBehind(context);
  const lower = behind ?? answered.measured?.lower ?? null;
  const explanation = lower === null ? null : explain(lower, context);
  return {
    ...answered,
    direction: directionOf(lower),
    grade: behind === null ? (answered.measured?.grade ?? EvidenceGrade.INSUFFICIENT) : EvidenceGrade.FACT,
    lower,
    cause: explanation?.cause ?? null,
    nextActions: distinct([...(explanation?.nextActions ?? []), ...standingAdvice(context)]),
  };
}

type AnsweredGap = Pick<Divergence, 'gap' | 'rawGap' | 'probability' | 'measured'>;

function answeredGap({ levels, method }: DivergenceContext): AnsweredGap {
  if (NAMED_LEVELS.some((level) => levels.named[level].heard === 0)) {
    return { gap: null, rawGap: null, probability: null, measured: null };
  }
  const gap = gapOf(levels.belief, method.divergence.relevantGap);
  const grading = gradeOf(gap, levels, method.divergence);
  const probability = toFigure(grading.probability);
  return {
    gap: toFigure(gap.gap),
    rawGap: toFigure((levels.named.OPERATIONS.score ?? 0) - (levels.named.MANAGEMENT.score ?? 0)),
    probability,
    measured: { ...grading, probability },
  };
}

/** What is worth doing whether or not the levels diverge. */
function standingAdvice(context: DivergenceContext): NextAction[] {
  return [
    ...tellOfResolutions(context),
    ...fixWorstProblem(context),
    ...nextQuestions(context.levels, context.method.model),
    ...whoDecides(context.facts.structure),
  ];
}

function directionOf(lower: NamedLevel | null): DivergenceDirection {
  if (lower === null) return DivergenceDirection.NONE;
  return lower === OrganisationLevel.MANAGEMENT
    ? DivergenceDirection.OPERATIONS_HIGHER
    : DivergenceDirection.MANAGEMENT_HIGHER;
}

/** The same advice given by the cause and by the state of things is given once. */
function distinct(actions: readonly NextAction[]): NextAction[] {
  return actions.filter(
    (action, index) =>
      actions.findIndex(
        (other) =>
          other.code === action.code &&
          other.level === action.level &&
          other.problem?.id === action.problem?.id,
      ) === index,
  );
}
