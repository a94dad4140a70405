import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../../database/columns.js';
import type { Basis, OrganisationLevel, StakeholderRole } from '../../domain/terms.js';
import { Stakeholder } from '../stakeholder.entity.js';

/** How a seat stood from `recordedAt` on: one row per change, never rewritten. */
@Entity('stakeholder_states')
@Index('stakeholder_states_stakeholder', ['tenantId', 'stakeholderId', 'recordedAt'])
export class StakeholderState {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('stakeholder_states_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;

  @Column('text', { name: 'title', nullable: true })
  title!: string | null;

  @Column('text', { name: 'level' })
  level!: OrganisationLevel;

  @Column('text', { name: 'level_basis', nullable: true })
  levelBasis!: Basis | null;

  /** Since when the level is held; null: since ever, because it is the first thing we knew of it. */
  @Column('timestamptz', { name: 'level_from', nullable: true })
  levelFrom!: string | null;

  @Column('text', { name: 'roles', array: true })
  roles!: StakeholderRole[];

  @Column('uuid', { name: 'reports_to_id', nullable: true })
  reportsToId!: string | null;

  @Column('date', { name: 'started_on', nullable: true })
  startedOn!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;
}
