import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { withinTenant } from '../../database/columns.js';
import type { CalibrationProposal } from '../../domain/loyalty/calibration/proposal.js';

/** Weights proposed from outcomes, with all that was known of them when they were proposed. Never rewritten. */
@Entity('risk_calibrations')
@Index('risk_calibrations_proposed', ['tenantId', 'proposedAt', 'id'])
@Index('risk_calibrations_by', ['tenantId', 'proposedById'])
export class RiskCalibrationRecord {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: string;

  @Column('uuid', { name: 'proposed_by_id', nullable: true })
  proposedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('risk_calibrations_by_fk', 'proposed_by_id'))
  proposedByUser?: Relation<User> | null;

  /** The version of the method whose weights as shipped it was held against. */
  @Column('text', { name: 'method_version' })
  methodVersion!: string;

  @Column('jsonb', { name: 'report' })
  report!: CalibrationProposal;
}
