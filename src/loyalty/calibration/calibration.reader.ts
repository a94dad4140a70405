import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { RiskCalibrationRecord } from '../../assessment/weights/risk-calibration.entity.js';
import { RiskWeightsReader } from '../../assessment/weights/risk-weights.reader.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound } from '../../common/errors.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { missingFor } from '../../domain/loyalty/calibration/missing.js';
import { countsOf } from '../../domain/loyalty/calibration/proposal.js';
import { missingInWords } from '../../domain/loyalty/calibration/reading.js';
import type { RiskCalibration, WeightsInForce } from './calibration.types.js';
import type { CalibrationProposal } from './proposal.types.js';
import { shownPage, shownProposal, shownWeights } from './shown.js';
import { CalibrationObservationsReader } from './observations.reader.js';

const COLUMNS: Sql = select(RiskCalibrationRecord, 'k');

@Injectable()
export class CalibrationReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
    private readonly weights: RiskWeightsReader,
    private readonly outcomes: CalibrationObservationsReader,
  ) {}

  /** Whether weights can be learned from the outcomes there are, and which are in force. */
  async readCalibration(): Promise<RiskCalibration> {
    const { observations, unobserved } = await this.outcomes.readObservations();
    const missing = missingFor(observations);
    const latest = await this.weights.findLatest();
    return {
      ...countsOf(observations),
      unobserved,
      ready: missing.length === 0,
      missing,
      inForce: latest && shownWeights(latest),
      waiting: await this.weights.countWaiting(),
      reading: missingInWords(missing),
    };
  }

  /** Latest first. */
  async listProposals(page: PageArgs): Promise<Connection<CalibrationProposal>> {
    const records = await this.pages.list<RiskCalibrationRecord>(
      {
        name: 'calibrationProposals',
        columns: COLUMNS,
        from: sql`risk_calibrations k`,
        where: [sql`k.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`k.proposed_at`, type: 'timestamptz' },
          { by: sql`k.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      page,
    );
    return shownPage(records, shownProposal);
  }

  /** Everything that was ever in force, latest first. */
  async listInForce(page: PageArgs): Promise<Connection<WeightsInForce>> {
    return shownPage(await this.weights.listHistory(page), shownWeights);
  }

  /** NOT_FOUND where there is no such proposal. */
  async getProposal(id: string): Promise<RiskCalibrationRecord> {
    const found = await this.transaction.one<RiskCalibrationRecord>(
      sql`SELECT ${COLUMNS} FROM risk_calibrations k WHERE k.tenant_id = ${this.transaction.tenantId} AND k.id = ${id}`,
    );
    if (!found) throw notFound('CalibrationProposal', ['id']);
    return found;
  }
}
