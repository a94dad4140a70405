import { toFigure } from '../../model/figures.js';
import { type CountedShare, countedShare } from '../counted-share.js';

/** What was predicted of an outcome, and what it was. */
export interface Prediction {
  /** 0..1. */
  readonly risk: number;
  readonly left: boolean;
}

/** How well predictions fit what happened. */
export interface Score {
  /** Mean squared distance between risk and outcome (Brier 1950): 0 is perfect, 0.25 a coin's. */
  readonly brier: number;
  /** The calibration plot: bands of predicted risk, lowest first, with what was observed in each. */
  readonly bands: readonly CalibrationBand[];
}

/** One band of predicted risk. */
export interface CalibrationBand {
  /** 0..1. */
  readonly from: number;
  /** 0..1; belongs to the last band only. */
  readonly to: number;
  /** Mean predicted risk, 0..1; null for an empty band. */
  readonly predicted: number | null;
  readonly observed: CountedShare;
}

/** A difference of two Brier scores on the same outcomes. */
export interface BrierDifference {
  /** Below 0 where the first one fits better. */
  readonly difference: number;
  /** Ends of the 95 % interval, by the spread of the differences of the single outcomes. */
  readonly low: number;
  readonly high: number;
}

const REACH = 1.959964;

/** Scores predictions; `bands` equally wide ones. */
export function scoreOf(predictions: readonly Prediction[], bands: number): Score {
  return {
    brier: toFigure(mean(predictions.map(missOf))),
    bands: Array.from({ length: bands }, (_, index) => {
      const within = predictions.filter(
        ({ risk }) => Math.min(bands - 1, Math.floor(risk * bands)) === index,
      );
      return {
        from: toFigure(index / bands),
        to: toFigure((index + 1) / bands),
        predicted: within.length === 0 ? null : toFigure(mean(within.map(({ risk }) => risk))),
        observed: countedShare(within.filter(({ left }) => left).length, within.length),
      };
    }),
  };
}

/** How much the first predictions are better (below 0) or worse than the second ones; at least two, in the same order. */
export function brierDifference(
  first: readonly Prediction[],
  second: readonly Prediction[],
): BrierDifference {
  const differences = first.map((each, index) => missOf(each) - missOf(second[index] ?? each));
  const difference = mean(differences);
  const variance =
    differences.reduce((sum, each) => sum + (each - difference) ** 2, 0) / (differences.length - 1);
  const reach = REACH * Math.sqrt(variance / differences.length);
  return {
    difference: toFigure(difference),
    low: toFigure(difference - reach),
    high: toFigure(difference + reach),
  };
}

function missOf({ risk, left }: Prediction): number {
  return (risk - Number(left)) ** 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
