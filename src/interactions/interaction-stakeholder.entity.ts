import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Interaction } from './interaction.entity.js';

/** Who of the customer's people took part in a contact. */
@Entity('interaction_stakeholders')
@Index('interaction_stakeholders_stakeholder', ['tenantId', 'stakeholderId', 'interactionId'])
export class InteractionStakeholder {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'interaction_id' })
  interactionId!: string;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Interaction, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('interaction_stakeholders_interaction_fk', 'interaction_id'))
  interaction?: Relation<Interaction>;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('interaction_stakeholders_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
