import { RiskReasonCode } from '../../judgement-terms.js';
import { toFigure } from '../../model/figures.js';
import { NAMED_LEVELS } from '../../standing/levels-standing.js';
import { heardOfLevel } from '../heard-of-level.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';
import { worseLevel } from '../worse-level.js';

/**
 * Our own people believe a level to be far more satisfied than it says. Any level counts, deciding or not: whoever
 * misreads one part of a customer is not seeing the customer.
 */
export function overestimated({ levels, method }: JudgementContext): Reason | null {
  const { points, weight } = method.reasons.overestimated;
  const misread = NAMED_LEVELS.flatMap((level) => {
    const heard = heardOfLevel(level, levels);
    const { ourEstimate } = levels.named[level];
    if (heard === null || ourEstimate === null) return [];
    return [{ ...heard, ourEstimate, figure: toFigure(ourEstimate - heard.score) }];
  });
  const worst = worseLevel(misread, levels);
  if (worst === undefined || worst.figure < points) return null;
  const { level, score, heard, known, ourEstimate } = worst;
  const { answerIds, estimateAnswerIds } = levels.named[level];
  return {
    code: RiskReasonCode.OVERESTIMATED,
    weight,
    figures: { level, score, heard, known, ourEstimate },
    evidence: evidenceOf('answer', [...estimateAnswerIds, ...answerIds]),
  };
}
