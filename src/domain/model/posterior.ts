import type { LevelMeans } from '../facts.js';
import type { ModelMethod } from '../method.js';
import { normalCdf } from './normal.js';

/** What was heard of one level: the mean answer (null when nobody answered) and how many answers it is worth. */
export interface Heard {
  /** 0-100. */
  readonly score: number | null;
  /** Effective number of answers, >= 0. */
  readonly effectiveN: number;
}

/** What the model believes about the two level means after the answers: a bivariate normal distribution. */
export interface Posterior {
  readonly operationsMean: number;
  readonly managementMean: number;
  readonly operationsVariance: number;
  readonly managementVariance: number;
  readonly covariance: number;
}

/** The difference of the two level means. */
export interface Gap {
  /** Operations minus management, in points. */
  readonly gap: number;
  readonly sd: number;
  /** Probability that operations lie above management by more than the relevant gap. */
  readonly operationsHigher: number;
  /** Probability that management lie above operations by more than the relevant gap. */
  readonly managementHigher: number;
}

/**
 * The closed-form posterior of the bivariate normal model, written with precisions (inverse variances): they add up,
 * and a level nobody answered for simply adds none. Algebraically the same as `m = mu + K (y - mu), V = S - K S`.
 */
export function posterior(
  operations: Heard,
  management: Heard,
  means: LevelMeans,
  model: ModelMethod,
): Posterior {
  const centre = {
    operations: means.operations ?? model.defaultMean,
    management: means.management ?? model.defaultMean,
  };
  const fromOperations = operations.effectiveN / model.answerSd ** 2;
  const fromManagement = management.effectiveN / model.answerSd ** 2;
  const prior = priorPrecision(model);
  const precision = { operations: prior.own + fromOperations, management: prior.own + fromManagement };
  const determinant = precision.operations * precision.management - prior.shared ** 2;
  const operationsVariance = precision.management / determinant;
  const managementVariance = precision.operations / determinant;
  const covariance = -prior.shared / determinant;
  const pullOfOperations = fromOperations * ((operations.score ?? centre.operations) - centre.operations);
  const pullOfManagement = fromManagement * ((management.score ?? centre.management) - centre.management);
  return {
    operationsMean: centre.operations + operationsVariance * pullOfOperations + covariance * pullOfManagement,
    managementMean: centre.management + managementVariance * pullOfManagement + covariance * pullOfOperations,
    operationsVariance,
    managementVariance,
    covariance,
  };
}

/** The inverse of `tau^2 [[1, rho], [rho, 1]]`: its diagonal and its off-diagonal element. */
function priorPrecision({ levelSd, levelCorrelation }: ModelMethod): { own: number; shared: number } {
  const own = 1 / (levelSd ** 2 * (1 - levelCorrelation ** 2));
  return { own, shared: -levelCorrelation * own };
}

/** The gap between the level means, and how probable it is that it matters. */
export function gapOf(belief: Posterior, relevantGap: number): Gap {
  const gap = belief.operationsMean - belief.managementMean;
  const sd = Math.sqrt(belief.operationsVariance + belief.managementVariance - 2 * belief.covariance);
  return {
    gap,
    sd,
    operationsHigher: normalCdf((gap - relevantGap) / sd),
    managementHigher: normalCdf((-gap - relevantGap) / sd),
  };
}

/** Probability that a level's mean lies below a score, given its posterior mean and variance. */
export function probabilityBelow(score: number, mean: number, variance: number): number {
  return normalCdf((score - mean) / Math.sqrt(variance));
}
