import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Commitment } from './commitment.entity.js';

/** To whom something was promised. */
@Entity('commitment_recipients')
@Index('commitment_recipients_stakeholder', ['tenantId', 'stakeholderId', 'commitmentId'])
export class CommitmentRecipient {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'commitment_id' })
  commitmentId!: string;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Commitment, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('commitment_recipients_commitment_fk', 'commitment_id'))
  commitment?: Relation<Commitment>;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('commitment_recipients_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
