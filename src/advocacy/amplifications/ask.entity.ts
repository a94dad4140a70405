import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { AskKind } from '../../domain/advocacy/terms.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';

@Entity('asks')
@Index('asks_stakeholder', ['tenantId', 'stakeholderId', 'askedAt', 'id'])
@Index('asks_recorded_by', ['tenantId', 'recordedById'])
@Check('asks_kind', oneOf('kind', AskKind))
@Check('asks_override', '(cardinality(overridden) > 0) = (override_reason IS NOT NULL)')
@ObjectType({ description: 'We asked somebody for something. Never changed afterwards.' })
export class Ask {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('asks_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;

  @Column('text', { name: 'kind' })
  @Field(() => AskKind, { description: 'For what.' })
  kind!: AskKind;

  @Column('text', { name: 'note', nullable: true })
  @Field(() => String, { nullable: true, description: 'What exactly was asked, and what they said.' })
  note!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  @Field(() => DateTimeScalar, { description: 'When.' })
  askedAt!: string;

  @Column('text', { name: 'overridden', array: true })
  @Field(() => [String], {
    description: 'What forbade asking at the time and was overridden; empty when nothing did.',
  })
  overridden!: string[];

  @Column('text', { name: 'override_reason', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why they were asked all the same; null when nothing forbade it.',
  })
  overrideReason!: string | null;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('asks_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
