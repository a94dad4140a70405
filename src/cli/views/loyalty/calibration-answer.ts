import type { RiskReasonCode } from '../../../domain/judgement-terms.js';
import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import { SHARE_FIELDS } from './shares.js';

const IN_FORCE = 'number methodVersion inForceFrom reason';
const BANDS = `brier bands { from to predicted observed { ${SHARE_FIELDS} } }`;

/** Where learning weights stands. */
export const CALIBRATION_QUERY = `query Calibration { riskCalibration {
  reading losses stays unobserved waiting inForce { ${IN_FORCE} }
  proposals(first: 10) { totalCount nodes { id proposedAt verdict gain { difference low high } } }
} }`;
/** Makes a proposal. */
export const PROPOSE_CALIBRATION = `mutation Propose { proposeRiskCalibration {
  id reading factors { code factor low high held left shippedWeight proposedWeight }
  shipped { ${BANDS} } proposed { ${BANDS} }
} }`;
/** Puts a proposal in force. */
export const ACCEPT_CALIBRATION = `mutation Accept($id: ID!, $reason: String) { acceptRiskCalibration(id: $id, reason: $reason) { ${IN_FORCE} } }`;
/** Puts the weights as shipped in force. */
export const REVERT_CALIBRATION = `mutation Revert($reason: String!) { revertRiskCalibration(reason: $reason) { ${IN_FORCE} } }`;

/** Weights that are in force. */
export interface InForceAnswer {
  readonly methodVersion: string;
  readonly inForceFrom: string;
  readonly reason: string | null;
}

/** What the first of these queries answers. */
export interface CalibrationStateAnswer {
  readonly riskCalibration: {
    readonly reading: string;
    readonly losses: number;
    readonly stays: number;
    readonly unobserved: number;
    readonly waiting: number;
    readonly inForce: InForceAnswer | null;
    readonly proposals: {
      readonly nodes: readonly {
        readonly id: string;
        readonly proposedAt: string;
        readonly verdict: string;
        readonly gain: { readonly difference: number; readonly low: number; readonly high: number };
      }[];
    };
  };
}

interface ScoreAnswer {
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly predicted: number | null;
    readonly observed: CountedShare;
  }[];
}

/** A proposal. */
export interface ProposalAnswer {
  readonly id: string;
  readonly reading: string;
  readonly factors: readonly {
    readonly code: RiskReasonCode;
    readonly factor: number;
    readonly low: number;
    readonly high: number;
    readonly held: number;
    readonly left: number;
    readonly shippedWeight: number;
    readonly proposedWeight: number;
  }[];
  readonly shipped: ScoreAnswer;
  readonly proposed: ScoreAnswer;
}
