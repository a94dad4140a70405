import * as terms from '../../domain/judgement-terms.js';
import { StructureSignalKind } from '../../domain/structure/signal.js';
import { register } from './register.js';

/** The words of a judgement. */
export function registerJudgementEnums(): void {
  register('Standing', terms.Standing, 'The judgement of an account.', {
    SAFE: 'Nothing speaks against it and every deciding level was heard.',
    DIVERGING: 'Not at risk, but its levels are of different minds.',
    AT_RISK: 'A risk of 0.5 or more.',
    UNKNOWN: 'Not at risk as far as is known, but a deciding level is unheard.',
  });
  register('EvidenceGrade', terms.EvidenceGrade, 'How well a divergence is supported.', {
    FACT: 'Proved by the knowledge ledger; no statistics needed.',
    STRONG: 'A probability of 0.8 or more.',
    SUPPORTED: 'A probability from 0.5 and at least two heard on the worse side.',
    SINGLE_VOICE: 'One of several heard on the worse side, and far apart.',
    INSUFFICIENT: 'A level is unheard, or what was heard carries no divergence.',
  });
  register('DivergenceDirection', terms.DivergenceDirection, 'Which level is the more satisfied one.', {
    OPERATIONS_HIGHER: 'Operations.',
    MANAGEMENT_HIGHER: 'Management.',
    NONE: 'Neither, as far as can be told.',
  });
  register(
    'DivergenceCause',
    terms.DivergenceCause,
    'Why the levels diverge; the most specific one that the facts support.',
    {
      RESOLUTION_UNTOLD: 'A level knows of a problem and not that it is solved.',
      PROBLEM_OPEN: 'A problem is open.',
      STAKEHOLDER_CHANGED: 'Somebody is new there.',
      NO_RECENT_CONTACT: 'We have not been there for long.',
      STALE_ANSWER: 'What was said there is old.',
      SINGLE_VOICE: 'Only one of several was heard.',
      DIFFERENT_CRITERIA: 'The level weighs other things: legitimate, not a fault.',
      UNEXPLAINED: 'Nothing that is recorded explains it.',
    },
  );
  register('RiskReasonCode', terms.RiskReasonCode, 'Why an account is at risk.', {
    STATED_DEFECTION: 'A decision maker said they would not buy again or not recommend us.',
    DECIDING_LEVEL_DISSATISFIED: 'Those who decide are probably dissatisfied.',
    LEVELS_DIVERGE: 'The levels are of different minds.',
    RESOLUTION_UNTOLD: 'A deciding level does not know that a problem is solved.',
    PROBLEM_OPEN: 'A problem is open.',
    KEY_STAKEHOLDER_LEFT: 'A decision maker or champion left and nobody is named to follow.',
    DECIDING_LEVEL_UNHEARD: 'Nobody who decides has said anything lately.',
    DECIDING_LEVEL_SILENT: 'No contact with those who decide for long.',
    DECLINING: 'Those who decide are less satisfied than half a year ago.',
    SINGLE_THREADED: 'We are in contact with fewer than two of those who decide.',
    ONE_PERSON_RELATIONSHIP: 'Nearly all contact hangs on one of our people.',
    PROMISE_BROKEN: 'Promises were broken or are overdue.',
    OVERESTIMATED: 'Our people believe much better of them than they say themselves.',
  });
  register('StructureSignalKind', StructureSignalKind, 'What a signal of the structure was read from.', {
    DECISION: 'An observed decision: the level that took it, and how many had to approve.',
    REPORTING_LINES: 'How deep the reporting lines go.',
    DECISION_MAKERS: 'At which level decision makers and approvers sit.',
    OPPOSITE_TEAM: 'Whether the customer fields a working-level team opposite ours.',
  });
}
