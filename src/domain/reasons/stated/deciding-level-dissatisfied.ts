import { RiskReasonCode } from '../../judgement-terms.js';
import { toFigure } from '../../model/figures.js';
import { probabilityBelow } from '../../model/posterior.js';
import type { NamedLevel } from '../../standing/levels-standing.js';
import { OrganisationLevel } from '../../terms.js';
import { heardOfLevel } from '../heard-of-level.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';
import { worseLevel } from '../worse-level.js';

/**
 * The deciding level is probably dissatisfied, and says so itself: what the other level says may strengthen the belief,
 * but a level that was not heard, or that answers above the line, is not called dissatisfied on another's word.
 */
export function decidingLevelDissatisfied(context: JudgementContext): Reason | null {
  const { below, from, weight, span } = context.method.reasons.decidingLevelDissatisfied;
  const candidates = context.decidingLevels.flatMap((level) => {
    const heard = heardOfLevel(level, context.levels);
    if (heard === null || heard.score >= below) return [];
    return [{ ...heard, figure: toFigure(probabilityDissatisfied(level, context)) }];
  });
  const worse = worseLevel(candidates, context.levels);
  if (worse === undefined || worse.figure < from) return null;
  const { figure: probability, ...heard } = worse;
  return {
    code: RiskReasonCode.DECIDING_LEVEL_DISSATISFIED,
    weight: toFigure(weight + (span * (probability - from)) / (1 - from)),
    figures: { ...heard, probability },
    evidence: evidenceOf('answer', context.levels.named[heard.level].answerIds),
  };
}

function probabilityDissatisfied(level: NamedLevel, { levels, method }: JudgementContext): number {
  const { belief } = levels;
  const { below } = method.reasons.decidingLevelDissatisfied;
  return level === OrganisationLevel.OPERATIONS
    ? probabilityBelow(below, belief.operationsMean, belief.operationsVariance)
    : probabilityBelow(below, belief.managementMean, belief.managementVariance);
}
