import type { RiskCalibrationRecord } from '../../assessment/weights/risk-calibration.entity.js';
import type { RiskWeights } from '../../assessment/weights/risk-weights.entity.js';
import type { Connection } from '../../common/pages/connection.types.js';
import { methodVersionWith } from '../../domain/assessment.js';
import { proposalInWords } from '../../domain/loyalty/calibration/reading.js';
import { calibratedWeight } from '../../domain/reasons/calibration.js';
import { RiskReasonCode } from '../../domain/terms.js';
import type { WeightsInForce } from './calibration.types.js';
import type { CalibrationProposal } from './proposal.types.js';

/** Weights as the API shows them. */
export function shownWeights(weights: RiskWeights): WeightsInForce {
  const { number, factors, calibrationId, inForceFrom, byId, reason } = weights;
  return {
    number,
    methodVersion: methodVersionWith(factors && { number, factors }),
    calibrationId,
    inForceFrom,
    byId,
    reason,
    factors: Object.values(RiskReasonCode).flatMap((code) => {
      const factor = factors?.[code];
      return factor === undefined ? [] : [{ code, factor }];
    }),
  };
}

/** A proposal as the API shows it. */
export function shownProposal(record: RiskCalibrationRecord): CalibrationProposal {
  const { id, proposedAt, proposedById, methodVersion, report } = record;
  const { fitted, ...rest } = report;
  return {
    id,
    proposedAt,
    proposedById,
    methodVersion,
    ...rest,
    factors: fitted.factors.map((fit) => ({
      ...fit,
      proposedWeight: calibratedWeight(fit.shippedWeight, fit.factor),
    })),
    background: fitted.background,
    reading: proposalInWords(report),
  };
}

/** A page with every row shown. */
export function shownPage<Row, Shown>(page: Connection<Row>, show: (row: Row) => Shown): Connection<Shown> {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: show(node) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: page.pageInfo,
    get totalCount() {
      return page.totalCount;
    },
  };
}
