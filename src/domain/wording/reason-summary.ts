import { RiskReasonCode } from '../judgement-terms.js';
import type { Reason } from '../reasons/reason.js';
import type { NameOf } from './phrases.js';
import { sentence } from './phrases.js';
import * as owed from './owed-summaries.js';
import * as relationship from './relationship-summaries.js';
import * as stated from './stated-summaries.js';

/** What an account manager would say about a reason, in one sentence. */
export function summariseReason(reason: Reason, nameOf: NameOf): string {
  return sentence(summary(reason, nameOf));
}

function summary(reason: Reason, nameOf: NameOf): string {
  switch (reason.code) {
    case RiskReasonCode.STATED_DEFECTION:
      return stated.defection(reason.figures, nameOf);
    case RiskReasonCode.DECIDING_LEVEL_DISSATISFIED:
      return stated.dissatisfied(reason.figures);
    case RiskReasonCode.LEVELS_DIVERGE:
      return stated.diverge(reason.figures);
    case RiskReasonCode.DECIDING_LEVEL_UNHEARD:
      return stated.unheard(reason.figures);
    case RiskReasonCode.DECLINING:
      return stated.declining(reason.figures);
    case RiskReasonCode.OVERESTIMATED:
      return stated.overestimated(reason.figures);
    case RiskReasonCode.RESOLUTION_UNTOLD:
      return owed.untold(reason.figures, nameOf);
    case RiskReasonCode.PROBLEM_OPEN:
      return owed.problem(reason.figures);
    case RiskReasonCode.PROMISE_BROKEN:
      return owed.promises(reason.figures);
    case RiskReasonCode.KEY_STAKEHOLDER_LEFT:
      return relationship.left(reason.figures, nameOf);
    case RiskReasonCode.DECIDING_LEVEL_SILENT:
      return relationship.silent(reason.figures);
    case RiskReasonCode.SINGLE_THREADED:
      return relationship.singleThreaded(reason.figures, nameOf);
    case RiskReasonCode.ONE_PERSON_RELATIONSHIP:
      return relationship.onePerson(reason.figures, nameOf);
  }
}
