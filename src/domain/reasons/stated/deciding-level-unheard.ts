import { RiskReasonCode } from '../../judgement-terms.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** Nobody at a deciding level has a scored, customer-stated answer within the window. */
export function decidingLevelUnheard({ decidingLevels, levels, method }: JudgementContext): Reason | null {
  const unheard = decidingLevels
    .map((level) => ({ ...levels.named[level], level }))
    .filter((standing) => standing.heard === 0);
  if (unheard.length === 0) return null;
  return {
    code: RiskReasonCode.DECIDING_LEVEL_UNHEARD,
    weight: method.reasons.decidingLevelUnheard.weight,
    figures: { levels: unheard.map(({ level, known, lastHeardAt }) => ({ level, known, lastHeardAt })) },
    evidence: evidenceOf(
      'stakeholder',
      unheard.flatMap(({ knownIds }) => knownIds),
    ),
  };
}
