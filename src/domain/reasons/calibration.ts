import type { RiskReasonCode } from '../judgement-terms.js';
import { toFigure } from '../model/figures.js';
import type { Reason } from './reason.js';

/** Weights re-estimated from what a tenant's accounts did, as an admin put them in force. */
export interface Calibration {
  /** Counts up whenever other weights come into force; part of the method's version. */
  readonly number: number;
  /** By reason: what its hazard is multiplied by, 0 or more; a reason left out keeps its weight. */
  readonly factors: Readonly<Partial<Record<RiskReasonCode, number>>>;
}

/** No re-estimated weight is more than this: nothing observed is certain to end a relationship. */
export const MOST_CALIBRATED_WEIGHT = 0.95;

/** `-ln(1 - weight)`: as hazards, the reasons of an account add up where their weights combine to its risk. */
export function hazardOf(weight: number): number {
  return -Math.log(1 - weight);
}

/** The weight (0..1) whose hazard is `factor` times that of the given one. A factor of 1 changes nothing. */
export function calibratedWeight(weight: number, factor: number): number {
  if (factor === 1) return weight;
  return Math.min(MOST_CALIBRATED_WEIGHT, toFigure(1 - (1 - weight) ** factor));
}

/** The reason with the weight in force; beside it, where that differs, the weight as shipped. */
export function calibrated<R extends Reason>(reason: R, calibration: Calibration | null): R {
  const weight = calibratedWeight(reason.weight, calibration?.factors[reason.code] ?? 1);
  return weight === reason.weight ? reason : { ...reason, weight, shippedWeight: reason.weight };
}
