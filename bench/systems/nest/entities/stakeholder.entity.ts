import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { toTenants } from './columns.js';

@Entity('people')
export class Person {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'full_name' }) fullName!: string;
}

@Entity('stakeholders')
@ObjectType()
export class Stakeholder {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn(toTenants('person_id'))
  person!: Person;

  @OneToMany(() => StakeholderState, (state) => state.stakeholder)
  states!: Relation<StakeholderState>[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  title!: string | null;

  @Column('text')
  @Field(() => String)
  level!: string;

  @Column('text', { array: true })
  @Field(() => [String])
  roles!: string[];

  @Column('uuid', { name: 'reports_to_id', nullable: true })
  reportsToId!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;
}

@Entity('stakeholder_states')
export class StakeholderState {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'stakeholder_id' }) stakeholderId!: string;

  @ManyToOne(() => Stakeholder, (stakeholder) => stakeholder.states)
  @JoinColumn(toTenants('stakeholder_id'))
  stakeholder!: Relation<Stakeholder>;

  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('text') level!: string;
  @Column('text', { name: 'level_basis', nullable: true }) levelBasis!: string | null;
  @Column('timestamptz', { name: 'level_from', nullable: true }) levelFrom!: Date | null;
  @Column('text', { array: true }) roles!: string[];
  @Column('uuid', { name: 'reports_to_id', nullable: true }) reportsToId!: string | null;
  @Column('date', { name: 'started_on', nullable: true }) startedOn!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('uuid', { name: 'successor_id', nullable: true }) successorId!: string | null;
}
