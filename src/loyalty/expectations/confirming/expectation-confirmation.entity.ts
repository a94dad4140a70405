import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../../access/user.entity.js';
import { withinTenant } from '../../../database/columns.js';
import { Interaction } from '../../../interactions/interaction.entity.js';
import { Stakeholder } from '../../../stakeholders/stakeholder.entity.js';
import { Expectation } from '../expectation.entity.js';

/** Somebody of the account said that these words are what both sides expect. Never rewritten. */
@Entity('expectation_confirmations')
@Index('expectation_confirmations_expectation', ['tenantId', 'expectationId', 'confirmedAt'])
@Index('expectation_confirmations_stakeholder', ['tenantId', 'stakeholderId'])
@Index('expectation_confirmations_interaction', ['tenantId', 'interactionId'])
@Index('expectation_confirmations_recorded_by', ['tenantId', 'recordedById'])
export class ExpectationConfirmation {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'expectation_id' })
  expectationId!: string;

  @ManyToOne(() => Expectation, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('expectation_confirmations_expectation_fk', 'expectation_id'))
  expectation?: Relation<Expectation>;

  /** The wording that was confirmed. */
  @Column('int', { name: 'revision' })
  revision!: number;

  @Column('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('expectation_confirmations_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt!: string;

  /** The contact in which they said so; null when not recorded. */
  @Column('uuid', { name: 'interaction_id', nullable: true })
  interactionId!: string | null;

  @ManyToOne(() => Interaction, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('expectation_confirmations_interaction_fk', 'interaction_id'))
  interaction?: Relation<Interaction> | null;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('expectation_confirmations_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
