import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { DateScalar, DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { FlagStep } from '../../domain/flags/flag.js';
import { FlagStatus } from '../../domain/judgement-terms.js';
import { Flag } from './flag.entity.js';

@Entity('flag_events')
@Index('flag_events_flag', ['tenantId', 'flagId', 'at', 'id'])
@Index('flag_events_by', ['tenantId', 'byId'])
@Check('flag_events_status', oneOf('status', FlagStatus))
@Check('flag_events_step', oneOf('step', FlagStep))
@ObjectType({ description: 'A step in the life of a flag. Never rewritten.' })
export class FlagEvent {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'flag_id' })
  flagId!: string;

  @ManyToOne(() => Flag, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('flag_events_flag_fk', 'flag_id'))
  flag?: Relation<Flag>;

  @Column('text', { name: 'step' })
  @Field(() => FlagStep, { description: 'What happened.' })
  step!: FlagStep;

  @Column('text', { name: 'status' })
  @Field(() => FlagStatus, { description: 'Where the flag stood from then on.' })
  status!: FlagStatus;

  @Column('timestamptz', { name: 'at' })
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Column('uuid', { name: 'by_id', nullable: true })
  byId!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('flag_events_by_fk', 'by_id'))
  byUser?: Relation<User> | null;

  @Column('date', { name: 'snoozed_until', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Until when it rests; null unless snoozed.' })
  snoozedUntil!: string | null;

  @Column('text', { name: 'reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  reason!: string | null;
}
