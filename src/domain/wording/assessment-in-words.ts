import type { AccountAssessment } from '../assessment.js';
import type { RiskReasonCode } from '../judgement-terms.js';
import { nextActionsInWords } from './next-action-sentence.js';
import type { NameOf } from './phrases.js';
import { summariseReason } from './reason-summary.js';

/** A reason as people read it. */
export interface ReasonInWords {
  code: RiskReasonCode;
  weight: number;
  /** By the method alone; missing where that is the weight. */
  shippedWeight?: number;
  summary: string;
  evidence: { kind: string; id: string }[];
}

/** An assessment as people read it: reasons and next steps in sentences, with the people named. */
export interface AssessmentInWords {
  reasons: ReasonInWords[];
  nextAction: string | null;
}

/** Puts an assessment into words. */
export function assessmentInWords(
  { reasons, divergence }: AccountAssessment,
  nameOf: NameOf,
): AssessmentInWords {
  return {
    reasons: reasons.map((reason) => ({
      code: reason.code,
      weight: reason.weight,
      ...(reason.shippedWeight === undefined ? {} : { shippedWeight: reason.shippedWeight }),
      summary: summariseReason(reason, nameOf),
      evidence: reason.evidence.map(({ kind, id }) => ({ kind, id })),
    })),
    nextAction: nextActionsInWords(divergence.nextActions, nameOf),
  };
}
