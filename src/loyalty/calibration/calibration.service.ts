import { Injectable } from '@nestjs/common';
import { RiskWeightsReader } from '../../assessment/weights/risk-weights.reader.js';
import { RiskWeightsService } from '../../assessment/weights/risk-weights.service.js';
import { StrataError } from '../../common/errors.js';
import { missingFor } from '../../domain/loyalty/calibration/missing.js';
import { proposeCalibration } from '../../domain/loyalty/calibration/proposal.js';
import { CalibrationReader } from './calibration.reader.js';
import type { WeightsInForce } from './calibration.types.js';
import { CalibrationObservationsReader } from './observations.reader.js';
import type { CalibrationProposal } from './proposal.types.js';
import { shownProposal, shownWeights } from './shown.js';

/** Proposes weights learned from outcomes, puts them in force, and takes them back. */
@Injectable()
export class CalibrationService {
  constructor(
    private readonly outcomes: CalibrationObservationsReader,
    private readonly reader: CalibrationReader,
    private readonly weights: RiskWeightsService,
    private readonly inForce: RiskWeightsReader,
  ) {}

  /** RULE_BROKEN with what is missing while there are too few outcomes. */
  async propose(): Promise<CalibrationProposal> {
    const { observations } = await this.outcomes.readObservations();
    const missing = missingFor(observations);
    if (missing.length > 0) {
      throw new StrataError('RULE_BROKEN', 'There are too few outcomes to learn weights from.', [], {
        rule: 'TOO_FEW_OUTCOMES',
        missing,
      });
    }
    const id = await this.weights.keepProposal(proposeCalibration(observations));
    return shownProposal(await this.reader.getProposal(id));
  }

  /** Its factors judge from now on. Accepting what is in force already changes nothing. */
  async accept(id: string, reason: string | null): Promise<WeightsInForce> {
    const { report } = await this.reader.getProposal(id);
    const latest = await this.inForce.findLatest();
    if (latest?.calibrationId === id) return shownWeights(latest);
    const factors = Object.fromEntries(report.fitted.factors.map(({ code, factor }) => [code, factor]));
    return shownWeights(await this.weights.putInForce({ factors, calibrationId: id, reason }));
  }

  /** The weights as shipped judge again. RULE_BROKEN where they do so already. */
  async revert(reason: string): Promise<WeightsInForce> {
    const latest = await this.inForce.findLatest();
    if (!latest?.calibrationId) {
      throw new StrataError('RULE_BROKEN', 'The weights as shipped are in force already.', [], {
        rule: 'NOTHING_TO_REVERT',
      });
    }
    return shownWeights(await this.weights.putInForce({ factors: null, calibrationId: null, reason }));
  }
}
