import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { CalibrationProposal } from '../../domain/loyalty/calibration/proposal.js';
import { METHOD_VERSION } from '../../domain/method.js';
import { RiskCalibrationRecord } from './risk-calibration.entity.js';
import { RiskWeights } from './risk-weights.entity.js';
import { RiskWeightsReader } from './risk-weights.reader.js';

/** So many accounts are judged anew before the new weights are confirmed; of a larger base the sweep takes the rest. */
const JUDGED_AT_ONCE = 200;

/** Keeps weights that were proposed, and puts weights in force. */
@Injectable()
export class RiskWeightsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: RiskWeightsReader,
    private readonly access: AccessService,
  ) {}

  /** Keeps a proposal, whatever becomes of it. Returns its id. */
  async keepProposal(report: CalibrationProposal): Promise<string> {
    const { tenantId, now } = this.transaction;
    const row: RiskCalibrationRecord = {
      tenantId,
      id: newId(),
      proposedAt: now,
      proposedById: this.access.caller.user?.id ?? null,
      methodVersion: METHOD_VERSION,
      report,
    };
    await this.transaction.query(insertRows(RiskCalibrationRecord, [row]));
    return row.id;
  }

  /** From now on these weights judge; null factors are those as shipped. CONFLICT when somebody else was faster. */
  async putInForce(weights: Pick<RiskWeights, 'factors' | 'calibrationId' | 'reason'>): Promise<RiskWeights> {
    const { tenantId, now } = this.transaction;
    const latest = await this.reader.findLatest();
    const row: RiskWeights = {
      ...weights,
      tenantId,
      number: (latest?.number ?? 0) + 1,
      inForceFrom: now,
      byId: this.access.caller.user?.id ?? null,
    };
    const written = await this.transaction.query(
      sql`${insertRows(RiskWeights, [row])} ON CONFLICT DO NOTHING RETURNING number`,
    );
    if (written.length === 0)
      throw new StrataError('CONFLICT', 'Somebody else has just put other weights in force: look again.');
    await this.touchAccounts();
    return row;
  }

  private async touchAccounts(): Promise<void> {
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT s.account_id AS id FROM assessments s WHERE s.tenant_id = ${this.transaction.tenantId}
          ORDER BY s.risk DESC, s.account_id LIMIT ${JUDGED_AT_ONCE}`,
    );
    this.transaction.touch(rows.map(({ id }) => id));
  }
}
