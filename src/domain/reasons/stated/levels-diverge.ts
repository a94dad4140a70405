import { EvidenceGrade, RiskReasonCode } from '../../judgement-terms.js';
import type { ReasonMethod } from '../../method.js';
import { otherLevel } from '../../standing/levels-standing.js';
import { heardOfLevel } from '../heard-of-level.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/**
 * The answers of the levels diverge; it weighs in full when a deciding level is the less satisfied one, else half. What
 * the ledger proves is a reason of its own and neither adds to this one nor hides it.
 */
export function levelsDiverge({
  divergence,
  levels,
  decidingLevels,
  method,
}: JudgementContext): Reason | null {
  if (divergence.measured === null) return null;
  const { lower: lowerLevel, grade, probability } = divergence.measured;
  const full = weightOfGrade(grade, method.reasons);
  if (lowerLevel === null || full === null) return null;
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
    case EvidenceGrade.FACT:
    case EvidenceGrade.INSUFFICIENT:
      return null;
  }
}
