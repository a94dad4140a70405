import { divergenceBetween } from './divergence/judge-divergence.js';
import type { Divergence } from './divergence/divergence.js';
import type { AccountFacts, Instant, LevelMeans } from './facts.js';
import { EvidenceGrade, Standing } from './judgement-terms.js';
import { knowledgeGaps } from './ledger/knowledge-gaps.js';
import { toFigure } from './model/figures.js';
import { type Method, METHOD_VERSION } from './method.js';
import { type Calibration, calibrated } from './reasons/calibration.js';
import type { JudgementContext, Reason } from './reasons/reason.js';
import { REASON_RULES } from './reasons/registry.js';
import { decidingLevelsOf } from './standing/deciding-levels.js';
import { factsKnownAt } from './standing/facts-known.js';
import type { LevelStanding } from './standing/level-standing.js';
import { levelsStanding, NAMED_LEVELS, type NamedLevel } from './standing/levels-standing.js';

/** The judgement of one account at one date. */
export interface AccountAssessment {
  readonly standing: Standing;
  /** 0..1. */
  readonly risk: number;
  /** Both levels while nobody knows who decides. */
  readonly decidingLevels: readonly NamedLevel[];
  /** Operations and management always, in this order; people of unknown level after them when there are any. */
  readonly levels: readonly LevelStanding[];
  readonly divergence: Divergence;
  /** Heaviest first, then by code. */
  readonly reasons: readonly Reason[];
  readonly assessedAt: Instant;
  readonly methodVersion: string;
}

/** With which method, and around which means, an account is judged. */
export interface AssessmentSettings {
  readonly method: Method;
  readonly means: LevelMeans;
  /** Weights re-estimated from outcomes; null or left out: those of the method. */
  readonly calibration?: Calibration | null;
}

/** The version an assessment is marked with: `1.1.0`, or `1.1.0+c3` where the third weights put in force decide. */
export function methodVersionWith(calibration: Calibration | null): string {
  return calibration === null ? METHOD_VERSION : `${METHOD_VERSION}+c${calibration.number}`;
}

/**
 * Judges an account by its facts at a date. Facts later than the date are not facts yet; the order of the facts and the
 * clock carry no meaning.
 */
export function assess(
  facts: AccountFacts,
  at: Instant,
  { method, means, calibration = null }: AssessmentSettings,
): AccountAssessment {
  const known = factsKnownAt(facts, at);
  const levels = levelsStanding(known, at, method, means);
  const decidingLevels = decidingLevelsOf(known.structure);
  const shared = { facts: known, at, method, decidingLevels, levels, gaps: knowledgeGaps(known, at) };
  const divergence = divergenceBetween(shared);
  const reasons = reasonsThatHold({ ...shared, divergence }, calibration);
  const risk = combinedRisk(reasons.map((reason) => reason.weight));
  const isUnheard = decidingLevels.some((level) => levels.named[level].heard === 0);
  return {
    standing: standingOf(risk, divergence, isUnheard, method.atRiskFrom),
    risk,
    decidingLevels,
    levels: [
      ...NAMED_LEVELS.map((level) => levels.named[level]),
      ...(levels.unknown === null ? [] : [levels.unknown]),
    ],
    divergence,
    reasons,
    assessedAt: at,
    methodVersion: methodVersionWith(calibration),
  };
}

/** `1 - product(1 - weight)`: reasons add up without ever passing certainty. */
export function combinedRisk(weights: readonly number[]): number {
  return toFigure(1 - weights.reduce((left, weight) => left * (1 - weight), 1));
}

function reasonsThatHold(context: JudgementContext, calibration: Calibration | null): Reason[] {
  return REASON_RULES.map((rule) => rule(context))
    .filter((reason) => reason !== null)
    .map((reason) => calibrated(reason, calibration))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
}

function standingOf(risk: number, divergence: Divergence, isUnheard: boolean, atRiskFrom: number): Standing {
  if (risk >= atRiskFrom) return Standing.AT_RISK;
  if (stands(divergence.grade)) return Standing.DIVERGING;
  return isUnheard ? Standing.UNKNOWN : Standing.SAFE;
}

/** Whether a divergence of this grade is more than one voice. */
function stands(grade: EvidenceGrade): boolean {
  return [EvidenceGrade.FACT, EvidenceGrade.STRONG, EvidenceGrade.SUPPORTED].includes(grade);
}
