import { EvidenceGrade } from '../judgement-terms.js';
import type { DivergenceMethod } from '../method.js';
import type { Gap } from '../model/posterior.js';
import { type LevelStanding, unheardIds } from '../standing/level-standing.js';
import type { LevelsStanding, NamedLevel } from '../standing/levels-standing.js';
import { OrganisationLevel } from '../terms.js';

/** Which level is the less satisfied one, how probable that is, and how well it is supported. */
export interface Grading {
  /** Null when no divergence can be said to stand. */
  readonly lower: NamedLevel | null;
  readonly grade: EvidenceGrade;
  /** 0..1. */
  readonly probability: number;
}

/** Grades the gap between two levels that were both heard. */
export function gradeOf(gap: Gap, levels: LevelsStanding, method: DivergenceMethod): Grading {
  const probability = Math.max(gap.operationsHigher, gap.managementHigher);
  const worse =
    gap.operationsHigher >= gap.managementHigher
      ? OrganisationLevel.MANAGEMENT
      : OrganisationLevel.OPERATIONS;
  const single = singleVoiceBelow(levels, method.singleVoiceGap);
  if (single !== null) {
    const below = single === OrganisationLevel.MANAGEMENT ? gap.operationsHigher : gap.managementHigher;
    return { lower: single, grade: EvidenceGrade.SINGLE_VOICE, probability: below };
  }
  const grade = gradeByProbability(probability, levels.named[worse], method);
  return { lower: grade === EvidenceGrade.INSUFFICIENT ? null : worse, grade, probability };
}

/** The level one of several known people speaks for, when that voice lies far enough below the other level. */
function singleVoiceBelow(levels: LevelsStanding, smallestGap: number): NamedLevel | null {
  const operations = levels.named[OrganisationLevel.OPERATIONS];
  const management = levels.named[OrganisationLevel.MANAGEMENT];
  const rawGap = (operations.score ?? 0) - (management.score ?? 0);
  if (rawGap >= smallestGap && isOneOfSeveral(management)) return OrganisationLevel.MANAGEMENT;
  if (-rawGap >= smallestGap && isOneOfSeveral(operations)) return OrganisationLevel.OPERATIONS;
  return null;
}

function gradeByProbability(
  probability: number,
  worse: LevelStanding,
  method: DivergenceMethod,
): EvidenceGrade {
  if (isOneOfSeveral(worse)) return EvidenceGrade.INSUFFICIENT;
  if (probability >= method.strongFrom) return EvidenceGrade.STRONG;
  const isCensus = unheardIds(worse).length === 0;
  const isSupported =
    probability >= method.supportedFrom && (worse.heard >= method.supportedHeard || isCensus);
  return isSupported ? EvidenceGrade.SUPPORTED : EvidenceGrade.INSUFFICIENT;
}

/** One heard while others are known. The only one there is would be a census: then the probability decides. */
export function isOneOfSeveral(standing: LevelStanding): boolean {
  return standing.heard === 1 && unheardIds(standing).length > 0;
}
