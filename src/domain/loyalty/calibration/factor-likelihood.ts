import type { Matrix } from '../../model/positive-system.js';
import type { CalibrationMethod } from './calibration-method.js';

/** An outcome as the likelihood sees it. */
export interface Case {
  readonly left: boolean;
  /** One hazard per factor, and at the end 1 for what leaves without any reason. */
  readonly hazards: readonly number[];
}

/** What is estimated: one factor per reason, and at the end the hazard that no reason explains. */
export type Parameters = readonly number[];

/** Smaller sums of hazards cannot be told from none; it keeps logarithms finite. */
const LEAST_HAZARD = 1e-9;

/**
 * The penalised negative log-likelihood of `P(left) = 1 - exp(-sum(factor x hazard))`, the link of the risk itself, with
 * a ridge that draws every factor towards 1. Convex, and strictly so in the factors: there is one best answer.
 */
export function lossOf(
  cases: readonly Case[],
  parameters: Parameters,
  { factorSd }: CalibrationMethod,
): number {
  const misfit = cases.reduce((sum, each) => {
    const hazard = totalHazard(each, parameters);
    return sum + (each.left ? -Math.log(-Math.expm1(-hazard)) : hazard);
  }, 0);
  const ridge = parameters.slice(0, -1).reduce((sum, factor) => sum + (factor - 1) ** 2, 0);
  return misfit + ridge / (2 * factorSd ** 2);
}

/** Its first and second derivative by one parameter. */
export function slopeAt(
  cases: readonly Case[],
  parameters: Parameters,
  index: number,
  { factorSd }: CalibrationMethod,
): { readonly slope: number; readonly curvature: number } {
  const isFactor = index < parameters.length - 1;
  let slope = isFactor ? ((parameters[index] ?? 1) - 1) / factorSd ** 2 : 0;
  let curvature = isFactor ? 1 / factorSd ** 2 : 0;
  for (const each of cases) {
    const hazard = each.hazards[index] ?? 0;
    if (hazard === 0) continue;
    const odds = each.left ? oddsOfStaying(totalHazard(each, parameters)) : 0;
    slope += each.left ? -hazard * odds : hazard;
    curvature += hazard ** 2 * odds * (1 + odds);
  }
  return { slope, curvature };
}

/** The matrix of its second derivatives: the information the outcomes and the ridge hold. */
export function informationAt(
  cases: readonly Case[],
  parameters: Parameters,
  { factorSd }: CalibrationMethod,
): Matrix {
  const ridge = 1 / factorSd ** 2;
  const information = parameters.map((_, row) =>
    parameters.map((_each, column) => (row === column ? (row < parameters.length - 1 ? ridge : 1e-6) : 0)),
  );
  for (const each of cases.filter(({ left }) => left)) {
    const odds = oddsOfStaying(totalHazard(each, parameters));
    information.forEach((line, row) =>
      line.forEach((value, column) => {
        const both = (each.hazards[row] ?? 0) * (each.hazards[column] ?? 0);
        line[column] = value + both * odds * (1 + odds);
      }),
    );
  }
  return information;
}

function totalHazard({ hazards }: Case, parameters: Parameters): number {
  const sum = hazards.reduce((total, hazard, index) => total + hazard * (parameters[index] ?? 0), 0);
  return Math.max(LEAST_HAZARD, sum);
}

/** P(stayed) / P(left). */
function oddsOfStaying(hazard: number): number {
  return 1 / Math.expm1(hazard);
}
