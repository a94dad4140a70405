import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { withinTenant } from '../../database/columns.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Kit } from './kit.entity.js';

/** Somebody was handed a kit. Never rewritten. */
@Entity('equipments')
@Index('equipments_stakeholder', ['tenantId', 'stakeholderId', 'equippedAt', 'id'])
@Index('equipments_kit', ['tenantId', 'kitId'])
@Index('equipments_recorded_by', ['tenantId', 'recordedById'])
export class Equipment {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('equipments_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;

  @Column('uuid', { name: 'kit_id' })
  kitId!: string;

  @ManyToOne(() => Kit, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('equipments_kit_fk', 'kit_id'))
  kit?: Relation<Kit>;

  @Column('timestamptz', { name: 'equipped_at' })
  equippedAt!: string;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('equipments_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
