import { CALIBRATION_METHOD, type CalibrationMethod } from './calibration-method.js';
import type { Observation } from './observation.js';
import { countsOf, splitInTime } from './proposal.js';

/** Of what there are too few outcomes. */
export enum CalibrationNeed {
  LOSSES = 'LOSSES',
  STAYS = 'STAYS',
  /** Losses among the later outcomes, on which factors are tried. */
  LATER_LOSSES = 'LATER_LOSSES',
  LATER_STAYS = 'LATER_STAYS',
  /** Losses among the earlier outcomes, from which factors are estimated. */
  EARLIER_LOSSES = 'EARLIER_LOSSES',
  EARLIER_STAYS = 'EARLIER_STAYS',
}

/** How many outcomes of a kind there are and how many are needed. */
export interface MissingOutcomes {
  readonly need: CalibrationNeed;
  readonly have: number;
  readonly needed: number;
}

/** What is missing before weights can be re-estimated; empty when nothing is. */
export function missingFor(
  observations: readonly Observation[],
  method: CalibrationMethod = CALIBRATION_METHOD,
): MissingOutcomes[] {
  const all = countsOf(observations);
  const { earlier, later } = splitInTime(observations, method);
  const [before, after] = [countsOf(earlier), countsOf(later)];
  const enoughBefore = method.needed / 2;
  const needs: MissingOutcomes[] = [
    { need: CalibrationNeed.LOSSES, have: all.losses, needed: method.needed },
    { need: CalibrationNeed.STAYS, have: all.stays, needed: method.needed },
    { need: CalibrationNeed.EARLIER_LOSSES, have: before.losses, needed: enoughBefore },
    { need: CalibrationNeed.EARLIER_STAYS, have: before.stays, needed: enoughBefore },
    { need: CalibrationNeed.LATER_LOSSES, have: after.losses, needed: method.neededLater },
    { need: CalibrationNeed.LATER_STAYS, have: after.stays, needed: method.neededLater },
  ];
  return needs.filter(({ have, needed }) => have < needed);
}
