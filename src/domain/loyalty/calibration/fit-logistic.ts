import type { RiskReasonCode } from '../../judgement-terms.js';
import { toFigure } from '../../model/figures.js';
import { solvePositive } from '../../model/positive-system.js';
import { CALIBRATION_METHOD, type CalibrationMethod } from './calibration-method.js';
import { codesIn, type Observation } from './observation.js';

/** A logistic regression of leaving on which reasons held. */
export interface LogisticFit {
  /** Log odds of leaving where no reason holds. */
  readonly intercept: number;
  /** What each reason adds to the log odds; below 0 where accounts with it left less often. */
  readonly coefficients: readonly { readonly code: RiskReasonCode; readonly coefficient: number }[];
}

const MOST_STEPS = 100;
const SETTLED = 1e-12;

/** Fits by Newton's method (iteratively reweighted least squares), with a ridge on all but the intercept. */
export function fitLogistic(
  observations: readonly Observation[],
  { coefficientSd }: CalibrationMethod = CALIBRATION_METHOD,
): LogisticFit {
  const codes = codesIn(observations);
  const rows = observations.map((each) => [1, ...presence(each, codes)]);
  const ridges = [1e-9, ...codes.map(() => 1 / coefficientSd ** 2)];
  let beta: number[] = ridges.map(() => 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const chances = rows.map((row) => chanceOf(row, beta));
    const slope = ridges.map((ridge, j) =>
      rows.reduce(
        (sum, row, i) => sum + (row[j] ?? 0) * ((chances[i] ?? 0) - Number(observations[i]?.left)),
        ridge * (beta[j] ?? 0),
      ),
    );
    const change = solvePositive(curvature(rows, chances, ridges), slope);
    beta = beta.map((value, j) => value - (change[j] ?? 0));
    if (Math.max(...change.map(Math.abs)) < SETTLED) break;
  }
  const [intercept = 0, ...rest] = beta.map(toFigure);
  return { intercept, coefficients: codes.map((code, index) => ({ code, coefficient: rest[index] ?? 0 })) };
}

/** The chance (0..1) of leaving that the fit gives an observation; a reason it never saw counts for nothing. */
export function logisticChance({ intercept, coefficients }: LogisticFit, observation: Observation): number {
  const held = presence(
    observation,
    coefficients.map(({ code }) => code),
  );
  return chanceOf([1, ...held], [intercept, ...coefficients.map(({ coefficient }) => coefficient)]);
}

function presence({ reasons }: Observation, codes: readonly RiskReasonCode[]): number[] {
  return codes.map((code) => Number(reasons.some((reason) => reason.code === code)));
}

function chanceOf(row: readonly number[], beta: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, index) => sum + value * (beta[index] ?? 0), 0)));
}

function curvature(
  rows: readonly (readonly number[])[],
  chances: readonly number[],
  ridges: readonly number[],
): number[][] {
  return ridges.map((ridge, j) =>
    ridges.map((_, k) =>
      rows.reduce(
        (sum, row, i) => {
          const chance = chances[i] ?? 0;
          return sum + (row[j] ?? 0) * (row[k] ?? 0) * chance * (1 - chance);
        },
        j === k ? ridge : 0,
      ),
    ),
  );
}
