import { isWithin, lastDays } from '../../instants.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { toFigure } from '../../model/figures.js';
import { brokenAt } from '../../promises/commitment-status.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** Promises were broken lately; each weighs, up to a bound. One kept late is forgiven here, though not in the rate. */
export function promiseBroken({ facts, at, method }: JudgementContext): Reason | null {
  const { days, weight, most } = method.reasons.promiseBroken;
  const recent = lastDays(at, days);
  const broken = facts.commitments.filter((commitment) => {
    const since = brokenAt(commitment, at);
    return since !== null && isWithin(since, recent);
  });
  if (broken.length === 0) return null;
  return {
    code: RiskReasonCode.PROMISE_BROKEN,
    weight: toFigure(Math.min(most, weight * broken.length)),
    figures: {
      broken: broken.map(({ id, promise, dueOn }) => ({ commitmentId: id, promise, dueOn })),
      days,
    },
    evidence: evidenceOf(
      'commitment',
      broken.map(({ id }) => id),
    ),
  };
}
