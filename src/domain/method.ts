/**
 * Every number the judgement of an account and the rules of advocacy rest on, in one place. `docs/method.md` explains them; a tenant may
 * override any of them through `mergeMethod`.
 */

import { ADVOCACY_METHOD, type AdvocacyMethod } from './advocacy/advocacy-method.js';
import type { FlagMethod } from './flags/flag.js';
import type { RecurrenceMethod } from './ledger/recurrence.js';
import type { StructureMethod } from './structure/signal.js';

/** Marks every stored assessment; raise it whenever a rule or a default changes what an assessment says. */
export const METHOD_VERSION = '1.1.0';

/** How answers are weighted when a level's standing is formed (section 3). */
export interface StandingMethod {
  /** Age at which an answer counts half, in days. */
  readonly halfLifeDays: number;
  /** Answers older than this many days are no longer counted. */
  readonly windowDays: number;
}

/** The bivariate normal model of the two level means (section 4), on the 0-100 scale. */
export interface ModelMethod {
  /** tau: how far level means of different accounts lie apart, as a standard deviation. */
  readonly levelSd: number;
  /** rho: how strongly the two level means of one account go together, -1 < rho < 1. */
  readonly levelCorrelation: number;
  /** sigma: how far answers of one level lie apart, as a standard deviation. */
  readonly answerSd: number;
  /** mu: the centre of a level's mean while the tenant has too few answers for its own. */
  readonly defaultMean: number;
  /** Stakeholders heard at a level before the tenant's own mean replaces `defaultMean`. */
  readonly ownMeanFromHeard: number;
  /** Probability mass of a credible interval. */
  readonly credibility: number;
}

/** When two levels are said to diverge, and why (section 4). */
export interface DivergenceMethod {
  /** delta: the smallest gap between the level means that matters, in points. */
  readonly relevantGap: number;
  /** Smallest probability of a STRONG divergence. */
  readonly strongFrom: number;
  /** Smallest probability of a SUPPORTED divergence. */
  readonly supportedFrom: number;
  /** People who must be heard on the worse side of a SUPPORTED divergence, unless they are all there are. */
  readonly supportedHeard: number;
  /** Raw gap from which one voice among several is shown, in points. */
  readonly singleVoiceGap: number;
  /** Somebody who came to a level within so many days is a newcomer. */
  readonly newcomerDays: number;
  /** A level whose freshest answer is older than this many days has only stale answers. */
  readonly staleDays: number;
  /** Difference of mean ratings (1..5) on one criterion from which the levels see it differently. */
  readonly criterionGap: number;
}

/** Weights and thresholds of the reasons (section 6). A weight is a share of risk, 0..1. */
export interface ReasonMethod {
  readonly statedDefection: { readonly weight: number };
  /** The weight runs from `weight` at probability `from` to `weight + span` at certainty. */
  readonly decidingLevelDissatisfied: {
    /** Score below which a level counts as dissatisfied. */
    readonly below: number;
    /** Smallest probability at which the reason holds. */
    readonly from: number;
    readonly weight: number;
    readonly span: number;
  };
  readonly levelsDiverge: {
    readonly strong: number;
    readonly supported: number;
    readonly singleVoice: number;
    /** Factor when the deciding level is the more satisfied one. */
    readonly otherWayRound: number;
  };
  readonly resolutionUntold: { readonly weight: number };
  /** The weight of the worst open problem, by its severity, times its factors. */
  readonly problemOpen: {
    readonly low: number;
    readonly medium: number;
    readonly high: number;
    readonly critical: number;
    /** A problem open for longer than so many days has aged. */
    readonly agedDays: number;
    readonly agedFactor: number;
    readonly recurringFactor: number;
    /** The weight is never more than this. */
    readonly most: number;
  };
  readonly keyStakeholderLeft: { readonly weight: number };
  readonly decidingLevelUnheard: { readonly weight: number };
  readonly decidingLevelSilent: { readonly weight: number; readonly days: number };
  /** `points` is the smallest fall; `halfYearDays` the length of each of the two periods compared. */
  readonly declining: { readonly weight: number; readonly points: number; readonly halfYearDays: number };
  readonly singleThreaded: { readonly weight: number; readonly days: number; readonly people: number };
  readonly onePersonRelationship: {
    readonly weight: number;
    readonly days: number;
    readonly share: number;
    readonly interactions: number;
  };
  /** `weight` for each promise broken in the last `days`, `most` for all of them together. */
  readonly promiseBroken: { readonly weight: number; readonly days: number; readonly most: number };
  readonly overestimated: { readonly weight: number; readonly points: number };
}

/** The whole method: what a tenant may override. */
export interface Method {
  readonly standing: StandingMethod;
  readonly model: ModelMethod;
  readonly divergence: DivergenceMethod;
  readonly reasons: ReasonMethod;
  readonly recurrence: RecurrenceMethod;
  readonly structure: StructureMethod;
  readonly flags: FlagMethod;
  readonly advocacy: AdvocacyMethod;
  /** Risk from which an account is AT_RISK. */
  readonly atRiskFrom: number;
}

/** The method as shipped. The defaults are ours and are to be calibrated on observed renewals. */
export const METHOD_DEFAULTS: Method = {
  standing: { halfLifeDays: 180, windowDays: 365 },
  model: {
    levelSd: 15,
    levelCorrelation: 0.5,
    answerSd: 22.5,
    defaultMean: 72.5,
    ownMeanFromHeard: 30,
    credibility: 0.95,
  },
  divergence: {
    relevantGap: 12.5,
    strongFrom: 0.8,
    supportedFrom: 0.5,
    supportedHeard: 2,
    singleVoiceGap: 25,
    newcomerDays: 180,
    staleDays: 180,
    criterionGap: 1,
  },
  reasons: {
    statedDefection: { weight: 0.5 },
    decidingLevelDissatisfied: { below: 50, from: 0.5, weight: 0.2, span: 0.4 },
    levelsDiverge: { strong: 0.35, supported: 0.25, singleVoice: 0.1, otherWayRound: 0.5 },
    resolutionUntold: { weight: 0.3 },
    problemOpen: {
      low: 0.05,
      medium: 0.15,
      high: 0.3,
      critical: 0.45,
      agedDays: 30,
      agedFactor: 1.25,
      recurringFactor: 1.25,
      most: 0.95,
    },
    keyStakeholderLeft: { weight: 0.3 },
    decidingLevelUnheard: { weight: 0.2 },
    decidingLevelSilent: { weight: 0.2, days: 90 },
    declining: { weight: 0.2, points: 15, halfYearDays: 180 },
    singleThreaded: { weight: 0.15, days: 180, people: 2 },
    onePersonRelationship: { weight: 0.1, days: 180, share: 0.8, interactions: 5 },
    promiseBroken: { weight: 0.1, days: 180, most: 0.25 },
    overestimated: { weight: 0.1, points: 25 },
  },
  recurrence: { days: 365, likeness: 0.7 },
  structure: {
    evidence: 3,
    share: 0.75,
    days: 730,
    manyApprovals: 2,
    deepLine: 3,
    linedPeople: 4,
    oppositePeople: 2,
  },
  flags: { goneDays: 7, closedDays: 90 },
  advocacy: ADVOCACY_METHOD,
  atRiskFrom: 0.5,
};
