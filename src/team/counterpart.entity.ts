import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { TeamMember } from './team-member.entity.js';

/** Which stakeholder one of our people looks after. */
@Entity('counterparts')
@Index('counterparts_stakeholder', ['tenantId', 'stakeholderId', 'memberId'])
export class Counterpart {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => TeamMember, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('counterparts_member_fk', 'member_id'))
  member?: Relation<TeamMember>;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('counterparts_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
