import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import { Stakeholder } from './stakeholder.entity.js';

/** The id a stakeholder has in another system; at most one stakeholder answers to it. */
@Entity('stakeholder_external_ids')
@Index('stakeholder_external_ids_stakeholder', ['tenantId', 'stakeholderId'])
export class StakeholderExternalId {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('text', { name: 'system' })
  system!: string;

  @PrimaryColumn('text', { name: 'external_id' })
  externalId!: string;

  @Column('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('stakeholder_external_ids_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
