import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { toTenants } from './columns.js';
import { Stakeholder } from './stakeholder.entity.js';

@Entity('interactions')
@ObjectType()
export class Interaction {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column('uuid', { name: 'account_id' }) accountId!: string;

  @Column('text')
  @Field(() => String)
  channel!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  @Field(() => Date)
  occurredAt!: Date;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  notes!: string | null;

  @Column('uuid', { name: 'logged_by_id', nullable: true }) loggedById!: string | null;
  @Column('text', { name: 'external_system', nullable: true }) externalSystem!: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;

  @OneToMany(() => InteractionStakeholder, (participant) => participant.interaction)
  participants!: Relation<InteractionStakeholder>[];
}

@Entity('interaction_stakeholders')
export class InteractionStakeholder {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid', { name: 'interaction_id' }) interactionId!: string;
  @PrimaryColumn('uuid', { name: 'stakeholder_id' }) stakeholderId!: string;

  @ManyToOne(() => Interaction, (interaction) => interaction.participants)
  @JoinColumn(toTenants('interaction_id'))
  interaction!: Relation<Interaction>;

  @ManyToOne(() => Stakeholder)
  @JoinColumn(toTenants('stakeholder_id'))
  stakeholder!: Relation<Stakeholder>;
}
