import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../../database/columns.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Teaching } from './teaching.entity.js';

/** To whom something was shown. */
@Entity('teaching_participants')
@Index('teaching_participants_stakeholder', ['tenantId', 'stakeholderId', 'teachingId'])
export class TeachingParticipant {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'teaching_id' })
  teachingId!: string;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Teaching, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('teaching_participants_teaching_fk', 'teaching_id'))
  teaching?: Relation<Teaching>;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('teaching_participants_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
