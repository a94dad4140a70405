import type { CalendarDate } from '../../facts.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { hazardOf, MOST_CALIBRATED_WEIGHT } from '../../reasons/calibration.js';

/** A reason that held, with its weight as shipped (0..1). */
export interface ReasonThen {
  readonly code: RiskReasonCode;
  readonly weight: number;
}

/** An outcome with the reasons that were known some time before it. */
export interface Observation {
  readonly accountId: string;
  readonly decidedOn: CalendarDate;
  readonly left: boolean;
  readonly reasons: readonly ReasonThen[];
}

/** The reasons that held at any of the observations, in the order of their names. */
export function codesIn(observations: readonly Observation[]): RiskReasonCode[] {
  const held = new Set(observations.flatMap(({ reasons }) => reasons.map(({ code }) => code)));
  return Object.values(RiskReasonCode)
    .filter((code) => held.has(code))
    .sort();
}

/** The hazard of each of the reasons at an observation; 0 where the reason did not hold. */
export function hazardsOf({ reasons }: Observation, codes: readonly RiskReasonCode[]): number[] {
  return codes.map((code) => {
    const weight = reasons.find((reason) => reason.code === code)?.weight ?? 0;
    return hazardOf(Math.min(weight, MOST_CALIBRATED_WEIGHT));
  });
}
