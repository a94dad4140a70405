import { RiskReasonCode } from '../../judgement-terms.js';
import { heaviestFirst } from '../../ledger/severity.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** A deciding level knows of a problem and not that it is solved: it judges us by trouble that is over. */
export function resolutionUntold({ gaps, decidingLevels, method }: JudgementContext): Reason | null {
  const untold = heaviestFirst(gaps.filter(({ level }) => decidingLevels.includes(level)));
  if (untold.length === 0) return null;
  const problemIds = new Set(untold.map(({ problem }) => problem.id));
  const entryIds = new Set(untold.flatMap((gap) => gap.entryIds));
  return {
    code: RiskReasonCode.RESOLUTION_UNTOLD,
    weight: method.reasons.resolutionUntold.weight,
    figures: {
      untold: untold.map(({ problem, level, untoldIds, since }) => ({
        problemId: problem.id,
        title: problem.title,
        level,
        untoldIds,
        since,
      })),
    },
    evidence: [...evidenceOf('problem', [...problemIds]), ...evidenceOf('knowledge', [...entryIds])],
  };
}
