import { isWithin, lastDays } from '../../instants.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** No contact with a deciding level for long: silence and the absence of complaints are signs of decline. */
export function decidingLevelSilent({ decidingLevels, levels, at, method }: JudgementContext): Reason | null {
  const { days, weight } = method.reasons.decidingLevelSilent;
  const recent = lastDays(at, days);
  const silent = decidingLevels
    .map((level) => ({ ...levels.named[level], level }))
    .filter(({ lastContactAt }) => lastContactAt === null || !isWithin(lastContactAt, recent));
  if (silent.length === 0) return null;
  return {
    code: RiskReasonCode.DECIDING_LEVEL_SILENT,
    weight,
    figures: {
      levels: silent.map(({ level, known, lastContactAt }) => ({ level, known, lastContactAt })),
      days,
    },
    evidence: evidenceOf(
      'stakeholder',
      silent.flatMap(({ knownIds }) => knownIds),
    ),
  };
}
