import { RiskReasonCode } from '../../judgement-terms.js';
import { toFigure } from '../../model/figures.js';
import { lastDays, type Period, previousPeriod } from '../../instants.js';
import { type Hearing, hearing } from '../../standing/level-standing.js';
import type { NamedLevel } from '../../standing/levels-standing.js';
import { voicesIn } from '../../standing/voices.js';
import { Provenance } from '../../terms.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';
import { worseLevel } from '../worse-level.js';

/** The deciding level says markedly less in the last half-year than in the one before; both must have been heard. */
export function declining(context: JudgementContext): Reason | null {
  const { points, weight } = context.method.reasons.declining;
  const falls = context.decidingLevels.flatMap((level) => fallOf(level, context));
  const worst = worseLevel(falls, context.levels);
  if (worst === undefined || worst.figure < points) return null;
  const { level, before, now } = worst;
  return {
    code: RiskReasonCode.DECLINING,
    weight,
    figures: {
      level,
      before: toFigure(before.score),
      now: toFigure(now.score),
      heardBefore: before.stakeholderIds.length,
      heardNow: now.stakeholderIds.length,
    },
    evidence: evidenceOf('answer', [...before.answerIds, ...now.answerIds]),
  };
}

type Scored = Hearing & { readonly score: number };

interface Fall {
  readonly level: NamedLevel;
  /** Points lost. */
  readonly figure: number;
  readonly before: Scored;
  readonly now: Scored;
}

function fallOf(level: NamedLevel, context: JudgementContext): Fall[] {
  const lastHalfYear = lastDays(context.at, context.method.reasons.declining.halfYearDays);
  const now = heardIn(lastHalfYear, level, context);
  const before = heardIn(previousPeriod(lastHalfYear), level, context);
  if (!isScored(now) || !isScored(before)) return [];
  return [{ level, figure: toFigure(before.score - now.score), before, now }];
}

function isScored(heard: Hearing): heard is Scored {
  return heard.score !== null;
}

function heardIn(period: Period, level: NamedLevel, { facts, at, method }: JudgementContext): Hearing {
  const { halfLifeDays } = method.standing;
  return hearing(
    level,
    voicesIn(facts, { period, provenance: Provenance.CUSTOMER_STATED, halfLifeDays, at }),
  );
}
