import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { withinTenant } from '../../database/columns.js';
import { Expectation } from './expectation.entity.js';

@Entity('expectation_revisions')
@Index('expectation_revisions_recorded_by', ['tenantId', 'recordedById'])
@ObjectType({ description: 'One wording of an expectation. Never changed: new words are a new revision.' })
export class ExpectationRevision {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'expectation_id' })
  expectationId!: string;

  @ManyToOne(() => Expectation, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('expectation_revisions_expectation_fk', 'expectation_id'))
  expectation?: Relation<Expectation>;

  @PrimaryColumn('int', { name: 'revision' })
  @Field(() => Int, { description: 'Counts from 1.' })
  revision!: number;

  @Column('text', { name: 'statement' })
  @Field(() => String, { description: 'What was expected.' })
  statement!: string;

  @Column('text', { name: 'measure', nullable: true })
  @Field(() => String, { nullable: true, description: 'How both sides saw whether it was met.' })
  measure!: string | null;

  @Column('text', { name: 'target', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the measure should have been.' })
  target!: string | null;

  @Column('int', { name: 'check_every_days' })
  @Field(() => Int, { description: 'How often both sides looked at it, in days.' })
  checkEveryDays!: number;

  @Column('text', { name: 'reason', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why the words were changed; null for the first ones.',
  })
  reason!: string | null;

  @Column('timestamptz', { name: 'agreed_at' })
  @Field(() => DateTimeScalar, { description: 'When these words were agreed.' })
  agreedAt!: string;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('expectation_revisions_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
