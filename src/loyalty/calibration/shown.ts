import type { RiskCalibrationRecord } from '../../assessment/weights/risk-calibration.entity.js';
import type { RiskWeights } from '../../assessment/weights/risk-weights.entity.js';
import type { Connection } from '../../common/pages/connection.types.js';
import { methodVersionWith } from '../../domain/assessment.js';
import { RiskReasonCode } from '../../domain/judgement-terms.js';
import { proposalInWords } from '../../domain/loyalty/calibration/reading.js';
import type { Score } from '../../domain/loyalty/calibration/scoring.js';
import { type CountedShare, countedShare } from '../../domain/loyalty/counted-share.js';
import { calibratedWeight } from '../../domain/reasons/calibration.js';
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
    shipped: shownScore(rest.shipped),
    proposed: shownScore(rest.proposed),
    logistic: shownScore(rest.logistic),
    factors: fitted.factors.map((fit) => ({
      ...fit,
      proposedWeight: calibratedWeight(fit.shippedWeight, fit.factor),
    })),
    background: fitted.background,
    reading: proposalInWords(report),
  };
}

/** What is on record of a share: proposals made before all shares were counted alike say `n` for `of`. */
interface RecordedShare {
  readonly hits: number;
  readonly of?: number;
  readonly n?: number;
}

/** The shares of a score are counted anew from what is on record, so that older proposals read like newer ones. */
function shownScore<S extends Score>(score: S): S {
  const share = ({ hits, of, n = 0 }: RecordedShare): CountedShare => countedShare(hits, of ?? n);
  return { ...score, bands: score.bands.map((band) => ({ ...band, observed: share(band.observed) })) };
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
