import type { AccountAssessment } from '../assessment.js';
import { nextActionsInWords } from './next-action-sentence.js';
import type { NameOf } from './phrases.js';
import { summariseReason } from './reason-summary.js';

/** An assessment as people read it: reasons and next steps in sentences, with the people named. */
export interface AssessmentInWords {
  readonly reasons: readonly {
    readonly code: string;
    readonly weight: number;
    readonly summary: string;
    readonly evidence: readonly { readonly kind: string; readonly id: string }[];
  }[];
  readonly nextAction: string | null;
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
      summary: summariseReason(reason, nameOf),
      evidence: reason.evidence,
    })),
    nextAction: nextActionsInWords(divergence.nextActions, nameOf),
  };
}
