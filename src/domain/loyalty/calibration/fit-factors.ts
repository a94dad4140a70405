import type { RiskReasonCode } from '../../judgement-terms.js';
import { toFigure } from '../../model/figures.js';
import { inverseDiagonal } from '../../model/positive-system.js';
import { CALIBRATION_METHOD, type CalibrationMethod } from './calibration-method.js';
import { type Case, informationAt, lossOf, type Parameters, slopeAt } from './factor-likelihood.js';
import { codesIn, hazardsOf, type Observation } from './observation.js';

/** What the outcomes make of one reason. */
export interface FittedFactor {
  readonly code: RiskReasonCode;
  /** What its hazard is multiplied by. */
  readonly factor: number;
  /** Ends of the 95 % interval of the factor, by the curvature at the estimate (Laplace). */
  readonly low: number;
  readonly high: number;
  /** Outcomes before which the reason held. */
  readonly held: number;
  /** Those of them that were losses. */
  readonly left: number;
  /** Mean weight as shipped where it held, 0..1. */
  readonly shippedWeight: number;
}

/** Factors estimated from outcomes. */
export interface FittedFactors {
  /** Of the reasons that ever held; the others keep their weight. */
  readonly factors: readonly FittedFactor[];
  /** Probability, 0..1, that an account leaves though no reason holds. It enters no risk. */
  readonly background: number;
}

const MOST_ROUNDS = 2_000;
const SETTLED = 1e-10;
const LEAST_BACKGROUND = 1e-6;
/** Half the width of a 95 % interval, in standard deviations. */
const REACH = 1.959964;

/** Estimates the factors by coordinate-wise Newton steps within their bounds, each shortened until it gains. */
export function fitFactors(
  observations: readonly Observation[],
  method: CalibrationMethod = CALIBRATION_METHOD,
): FittedFactors {
  const codes = codesIn(observations);
  const cases = observations.map((each) => ({ left: each.left, hazards: [...hazardsOf(each, codes), 1] }));
  const parameters = minimise(cases, [...codes.map(() => 1), 0.05], method);
  const variances = inverseDiagonal(informationAt(cases, parameters, method));
  return {
    factors: codes.map((code, index) => {
      const factor = parameters[index] ?? 1;
      const reach = REACH * Math.sqrt(variances[index] ?? 0);
      return {
        code,
        factor: toFigure(factor),
        low: toFigure(Math.max(0, factor - reach)),
        high: toFigure(factor + reach),
        ...heldOf(code, observations),
      };
    }),
    background: toFigure(1 - Math.exp(-(parameters.at(-1) ?? 0))),
  };
}

function minimise(cases: readonly Case[], start: Parameters, method: CalibrationMethod): Parameters {
  let parameters = start;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = parameters;
    for (let index = 0; index < start.length; index += 1) {
      parameters = stepAlong(cases, parameters, index, method);
    }
    const moved = parameters.map((value, index) => Math.abs(value - (before[index] ?? 0)));
    if (Math.max(...moved) < SETTLED) break;
  }
  return parameters;
}

function stepAlong(
  cases: readonly Case[],
  parameters: Parameters,
  index: number,
  method: CalibrationMethod,
): Parameters {
  const { slope, curvature } = slopeAt(cases, parameters, index, method);
  const current = parameters[index] ?? 0;
  const isFactor = index < parameters.length - 1;
  const least = isFactor ? method.leastFactor : LEAST_BACKGROUND;
  const most = isFactor ? method.mostFactor : Infinity;
  const loss = lossOf(cases, parameters, method);
  for (let step = curvature > 0 ? slope / curvature : Math.sign(slope); Math.abs(step) > 1e-13; step /= 2) {
    const value = Math.min(most, Math.max(least, current - step));
    const next = parameters.with(index, value);
    if (lossOf(cases, next, method) <= loss) return next;
  }
  return parameters;
}

function heldOf(
  code: RiskReasonCode,
  observations: readonly Observation[],
): Pick<FittedFactor, 'held' | 'left' | 'shippedWeight'> {
  const held = observations.flatMap(({ left, reasons }) =>
    reasons.filter((reason) => reason.code === code).map(({ weight }) => ({ left, weight })),
  );
  const total = held.reduce((sum, { weight }) => sum + weight, 0);
  return {
    held: held.length,
    left: held.filter(({ left }) => left).length,
    shippedWeight: toFigure(total / held.length),
  };
}
