import { type Posterior, posterior } from '../model/posterior.js';
import type { AccountFacts, Instant, LevelMeans } from '../facts.js';
import { toFigure } from '../model/figures.js';
import type { Method } from '../method.js';
import { normalQuantile } from '../model/normal.js';
import { OrganisationLevel } from '../terms.js';
import { levelStanding, type LevelStanding } from './level-standing.js';

/** A level that can decide about us, once it is known which one does. */
export type NamedLevel = OrganisationLevel.OPERATIONS | OrganisationLevel.MANAGEMENT;

/** Both named levels, in the order they are always listed. */
export const NAMED_LEVELS: readonly NamedLevel[] = [
  OrganisationLevel.OPERATIONS,
  OrganisationLevel.MANAGEMENT,
];

/** The named level that is not the given one. */
export function otherLevel(level: NamedLevel): NamedLevel {
  return level === OrganisationLevel.OPERATIONS ? OrganisationLevel.MANAGEMENT : OrganisationLevel.OPERATIONS;
}

/** Both levels' standings, the belief they lead to, and the people whose level is not known. */
export interface LevelsStanding {
  readonly named: Readonly<Record<NamedLevel, LevelStanding>>;
  /** Null when nobody of unknown level is or was heard there. */
  readonly unknown: LevelStanding | null;
  readonly belief: Posterior;
}

/** Judges each level by its own answers, then completes both with the interval the two together allow. */
export function levelsStanding(
  facts: AccountFacts,
  at: Instant,
  method: Method,
  means: LevelMeans,
): LevelsStanding {
  const operations = levelStanding(OrganisationLevel.OPERATIONS, facts, at, method.standing);
  const management = levelStanding(OrganisationLevel.MANAGEMENT, facts, at, method.standing);
  const unknown = levelStanding(OrganisationLevel.UNKNOWN, facts, at, method.standing);
  const belief = posterior(operations, management, means, method.model);
  const reach = normalQuantile(0.5 + method.model.credibility / 2);
  return {
    named: {
      OPERATIONS: withInterval(
        operations,
        belief.operationsMean,
        reach * Math.sqrt(belief.operationsVariance),
      ),
      MANAGEMENT: withInterval(
        management,
        belief.managementMean,
        reach * Math.sqrt(belief.managementVariance),
      ),
    },
    unknown: unknown.known > 0 || unknown.heard > 0 ? unknown : null,
    belief,
  };
}

function withInterval(standing: LevelStanding, mean: number, reach: number): LevelStanding {
  if (standing.heard === 0) return standing;
  return { ...standing, estimate: clamp(mean), low: clamp(mean - reach), high: clamp(mean + reach) };
}

function clamp(score: number): number {
  return toFigure(Math.min(100, Math.max(0, score)));
}
