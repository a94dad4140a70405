import { combinedRisk } from '../../assessment.js';
import type { CalendarDate } from '../../facts.js';
import { toFigure } from '../../model/figures.js';
import { calibratedWeight } from '../../reasons/calibration.js';
import { CALIBRATION_METHOD, type CalibrationMethod } from './calibration-method.js';
import { fitFactors, type FittedFactors } from './fit-factors.js';
import { fitLogistic, type LogisticFit, logisticChance } from './fit-logistic.js';
import type { Observation } from './observation.js';
import { type BrierDifference, brierDifference, type Prediction, type Score, scoreOf } from './scoring.js';

/** What trying the factors on later outcomes says of them. */
export enum CalibrationVerdict {
  /** They fit the later outcomes better, and by more than chance explains. */
  BETTER = 'BETTER',
  /** They fit better, but so could chance have it. */
  NOT_PROVEN = 'NOT_PROVEN',
  /** They fit no better than the weights as shipped. */
  NO_BETTER = 'NO_BETTER',
}

/** Re-estimated weights, with what they are worth on outcomes they have not seen. */
export interface CalibrationProposal {
  /** Outcomes decided before this day were learned from, those since then tried on. */
  readonly laterFrom: CalendarDate;
  readonly earlier: OutcomeCounts;
  readonly later: OutcomeCounts;
  readonly fitted: FittedFactors;
  /** All scores are of the later outcomes. */
  readonly shipped: Score;
  readonly proposed: Score;
  /** The yardstick: a plain logistic regression on the reasons, which keeps none of the laws of risk. */
  readonly logistic: Score & LogisticFit;
  /** The Brier score of giving every account the share that left among the earlier outcomes. */
  readonly constantBrier: number;
  /** Proposed against shipped. */
  readonly gain: BrierDifference;
  readonly verdict: CalibrationVerdict;
}

/** How many outcomes there are of each kind. */
export interface OutcomeCounts {
  readonly losses: number;
  readonly stays: number;
}

/** Estimates weights from the earlier outcomes and tries them on the later ones; see `missingFor` for when it cannot. */
export function proposeCalibration(
  observations: readonly Observation[],
  method: CalibrationMethod = CALIBRATION_METHOD,
): CalibrationProposal {
  const { laterFrom, earlier, later } = splitInTime(observations, method);
  const fitted = fitFactors(earlier, method);
  const logistic = fitLogistic(earlier, method);
  const shipped = predict(later, ({ reasons }) => combinedRisk(reasons.map(({ weight }) => weight)));
  const proposed = predict(later, (each) => riskWith(fitted, each));
  const constant = countsOf(earlier).losses / earlier.length;
  const gain = brierDifference(proposed, shipped);
  const yardstick = predict(later, (each) => logisticChance(logistic, each));
  return {
    laterFrom,
    earlier: countsOf(earlier),
    later: countsOf(later),
    fitted,
    shipped: scoreOf(shipped, method.bands),
    proposed: scoreOf(proposed, method.bands),
    logistic: { ...scoreOf(yardstick, method.bands), ...logistic },
    constantBrier: toFigure(
      scoreOf(
        predict(later, () => constant),
        1,
      ).brier,
    ),
    gain,
    verdict: verdictOn(gain),
  };
}

/** The outcomes in order of time, divided at a day so that none of the later part was decided before the earlier one. */
export function splitInTime(
  observations: readonly Observation[],
  { trainingPart }: CalibrationMethod,
): { laterFrom: CalendarDate; earlier: Observation[]; later: Observation[] } {
  const sorted = [...observations].sort((a, b) => compare(a.decidedOn, b.decidedOn));
  const laterFrom = sorted[Math.floor(sorted.length * trainingPart)]?.decidedOn ?? '';
  return {
    laterFrom,
    earlier: sorted.filter(({ decidedOn }) => decidedOn < laterFrom),
    later: sorted.filter(({ decidedOn }) => decidedOn >= laterFrom),
  };
}

/** How many of the outcomes are of each kind. */
export function countsOf(observations: readonly Pick<Observation, 'left'>[]): OutcomeCounts {
  const losses = observations.filter(({ left }) => left).length;
  return { losses, stays: observations.length - losses };
}

function riskWith({ factors }: FittedFactors, { reasons }: Observation): number {
  return combinedRisk(
    reasons.map(({ code, weight }) =>
      calibratedWeight(weight, factors.find((fitted) => fitted.code === code)?.factor ?? 1),
    ),
  );
}

function predict(observations: readonly Observation[], risk: (each: Observation) => number): Prediction[] {
  return observations.map((each) => ({ risk: risk(each), left: each.left }));
}

function verdictOn({ difference, high }: BrierDifference): CalibrationVerdict {
  if (high < 0) return CalibrationVerdict.BETTER;
  return difference < 0 ? CalibrationVerdict.NOT_PROVEN : CalibrationVerdict.NO_BETTER;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
