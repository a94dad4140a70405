import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { DateScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { Basis, OrganisationLevel, StakeholderRole, StatedBy } from '../domain/terms.js';
import { LevelSignal } from './level-signal.types.js';
import { Person } from './seats/person.entity.js';

@Entity('stakeholders')
@Index('stakeholders_account', ['tenantId', 'accountId', 'id'])
@Index('stakeholders_person', ['tenantId', 'personId'])
@Index('stakeholders_reports_to', ['tenantId', 'reportsToId'])
@Index('stakeholders_successor', ['tenantId', 'successorId'])
@Check('stakeholders_level', oneOf('level', OrganisationLevel))
@Check('stakeholders_level_basis', oneOf('level_basis', Basis))
@Check('stakeholders_level_stated_by', oneOf('level_stated_by', StatedBy))
@Check('stakeholders_term', 'ended_on >= started_on')
@Check('stakeholders_not_own_boss', 'reports_to_id <> id AND successor_id <> id')
@ObjectType({ description: "One person's seat at one account. Who works for two accounts holds two seats." })
export class Stakeholder {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id of the seat.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('stakeholders_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('stakeholders_person_fk', 'person_id'))
  person?: Relation<Person>;

  @Field(() => String, { description: 'The name of the person.' })
  fullName!: string;

  @Field(() => String, { nullable: true, description: 'The e-mail address of the person.' })
  email!: string | null;

  @Column('text', { name: 'title', nullable: true })
  @Field(() => String, { nullable: true, description: 'Job title as written in the source.' })
  title!: string | null;

  @Column('text', { name: 'level' })
  @Field(() => OrganisationLevel, { description: 'The level held now.' })
  level!: OrganisationLevel;

  @Column('text', { name: 'level_basis', nullable: true })
  @Field(() => Basis, {
    nullable: true,
    description:
      'STATED by a person or a CRM field, or INFERRED from title and reporting line; null while unknown.',
  })
  levelBasis!: Basis | null;

  /** Who stated the level: a person's word outlasts every import of a field. Null unless stated. */
  @Column('text', { name: 'level_stated_by', nullable: true })
  levelStatedBy!: StatedBy | null;

  /** Since when the level is held; null: since ever, because it is the first thing we knew of it. */
  @Column('timestamptz', { name: 'level_from', nullable: true })
  levelFrom!: string | null;

  @Column('jsonb', { name: 'level_signals' })
  @Field(() => [LevelSignal], { description: 'What the level was inferred from; empty for a stated one.' })
  levelSignals!: readonly LevelSignal[];

  @Column('text', { name: 'roles', array: true })
  @Field(() => [StakeholderRole], { description: 'The roles held now; several are common.' })
  roles!: StakeholderRole[];

  @Column('uuid', { name: 'reports_to_id', nullable: true })
  reportsToId!: string | null;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('stakeholders_reports_to_fk', 'reports_to_id'))
  reportsTo?: Relation<Stakeholder> | null;

  @Column('date', { name: 'started_on', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'First day in the seat, where known.' })
  startedOn!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Last day in the seat; null while active.' })
  endedOn!: string | null;

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('stakeholders_successor_fk', 'successor_id'))
  successor?: Relation<Stakeholder> | null;

  @Column('int', { name: 'version' })
  @Field(() => Int, {
    description: 'Rises with every change; send it as `expectedVersion` to refuse overwriting a newer one.',
  })
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: string;
}
