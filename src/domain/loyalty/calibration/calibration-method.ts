/** The numbers behind the re-estimation of weights. */
export interface CalibrationMethod {
  /** Outcomes of each kind, losses and stays, without which nothing is estimated. */
  readonly needed: number;
  /** Of them, at least so many of each kind among those the factors are tried on. */
  readonly neededLater: number;
  /** An outcome is held against what was known so many days before it: late enough to matter, early enough to act. */
  readonly daysBefore: number;
  /** Part of the outcomes, the earlier ones, from which factors are estimated; the later ones try them. */
  readonly trainingPart: number;
  /** How far factors are expected to lie from 1 before any outcome is seen, as a standard deviation. */
  readonly factorSd: number;
  /** Smallest factor: a reason found to mean little stays visible as one that means little. */
  readonly leastFactor: number;
  readonly mostFactor: number;
  /** Standard deviation of the logistic coefficients, in log odds, before any outcome is seen. */
  readonly coefficientSd: number;
  /** Bands of predicted risk in the calibration plot, equally wide. */
  readonly bands: number;
}

/** As shipped. */
export const CALIBRATION_METHOD: CalibrationMethod = {
  needed: 50,
  neededLater: 10,
  daysBefore: 90,
  trainingPart: 0.7,
  factorSd: 0.5,
  leastFactor: 0.1,
  mostFactor: 4,
  coefficientSd: 1,
  bands: 5,
};
