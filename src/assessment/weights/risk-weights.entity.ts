import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { withinTenant } from '../../database/columns.js';
import type { RiskReasonCode } from '../../domain/judgement-terms.js';
import { RiskCalibrationRecord } from './risk-calibration.entity.js';

/** Weights that came into force at an instant and stay so until the next ones. Never rewritten: the past stays judgeable. */
@Entity('risk_weights')
@Index('risk_weights_calibration', ['tenantId', 'calibrationId'])
@Index('risk_weights_by', ['tenantId', 'byId'])
@Check('risk_weights_number', 'number > 0')
@Check('risk_weights_source', '(factors IS NULL) = (calibration_id IS NULL)')
export class RiskWeights {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  /** Counts up from 1 within the tenant. */
  @PrimaryColumn('int', { name: 'number' })
  number!: number;

  /** By reason, what its hazard is multiplied by; null for the weights as shipped. */
  @Column('jsonb', { name: 'factors', nullable: true })
  factors!: Partial<Record<RiskReasonCode, number>> | null;

  /** The proposal the factors come from; null for the weights as shipped. */
  @Column('uuid', { name: 'calibration_id', nullable: true })
  calibrationId!: string | null;

  @ManyToOne(() => RiskCalibrationRecord, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('risk_weights_calibration_fk', 'calibration_id'))
  calibration?: Relation<RiskCalibrationRecord> | null;

  @Column('timestamptz', { name: 'in_force_from' })
  inForceFrom!: string;

  @Column('uuid', { name: 'by_id', nullable: true })
  byId!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('risk_weights_by_fk', 'by_id'))
  byUser?: Relation<User> | null;

  /** Why, in words; null where nobody gave a reason. */
  @Column('text', { name: 'reason', nullable: true })
  reason!: string | null;
}
