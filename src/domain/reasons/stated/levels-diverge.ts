import type { ReasonMethod } from '../../method.js';
import { otherLevel } from '../../standing/levels-standing.js';
import { EvidenceGrade, RiskReasonCode } from '../../terms.js';
import { heardOfLevel } from '../heard-of-level.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** The levels diverge; it weighs in full when a deciding level is the less satisfied one, else half. */
export function levelsDiverge({
  divergence,
  levels,
  decidingLevels,
  method,
}: JudgementContext): Reason | null {
  const { lower: lowerLevel, grade, probability } = divergence;
  const full = weightOfGrade(grade, method.reasons);
  if (lowerLevel === null || probability === null || full === null) return null;
  const lower = heardOfLevel(lowerLevel, levels);
  const higher = heardOfLevel(otherLevel(lowerLevel), levels);
  if (lower === null || higher === null) return null;
  const lowerDecides = decidingLevels.includes(lowerLevel);
  const answerIds = [lower, higher].flatMap(({ level }) => levels.named[level].answerIds);
  return {
    code: RiskReasonCode.LEVELS_DIVERGE,
    weight: lowerDecides ? full : full * method.reasons.levelsDiverge.otherWayRound,
    figures: { lower, higher, grade, probability, lowerDecides },
    evidence: evidenceOf('answer', answerIds),
  };
}

function weightOfGrade(grade: EvidenceGrade, { levelsDiverge: weights }: ReasonMethod): number | null {
  switch (grade) {
    case EvidenceGrade.STRONG:
      return weights.strong;
    case EvidenceGrade.SUPPORTED:
      return weights.supported;
    case EvidenceGrade.SINGLE_VOICE:
      return weights.singleVoice;
    // What is proven by who knows of what is a reason of its own and is not weighed twice.
    case EvidenceGrade.FACT:
    case EvidenceGrade.INSUFFICIENT:
      return null;
  }
}
