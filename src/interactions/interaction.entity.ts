import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { User } from '../access/user.entity.js';
import { DateTimeScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { Channel, InteractionOutcome, OurFunction } from '../domain/terms.js';

@Entity('interactions')
@Index('interactions_account', ['tenantId', 'accountId', 'occurredAt', 'id'])
@Index('interactions_logged_by', ['tenantId', 'loggedById'])
@Index('interactions_external', ['tenantId', 'externalSystem', 'externalId'], { unique: true })
@Check('interactions_channel', oneOf('channel', Channel))
@Check('interactions_outcome', oneOf('outcome', InteractionOutcome))
@Check('interactions_function', oneOf('our_function', OurFunction))
@ObjectType({
  description: 'A contact between our people and stakeholders of an account. Never changed afterwards.',
})
export class Interaction {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('interactions_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'channel' })
  @Field(() => Channel, { description: 'How we met.' })
  channel!: Channel;

  @Column('timestamptz', { name: 'occurred_at' })
  @Field(() => DateTimeScalar, { description: 'When it took place.' })
  occurredAt!: string;

  @Column('text', { name: 'notes', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was said, in free words.' })
  notes!: string | null;

  @Column('text', { name: 'outcome', nullable: true })
  @Field(() => InteractionOutcome, {
    nullable: true,
    description: 'Which way it moved the relationship, where noted.',
  })
  outcome!: InteractionOutcome | null;

  @Column('text', { name: 'our_function', nullable: true })
  @Field(() => OurFunction, { nullable: true, description: 'Which of our functions met them.' })
  ourFunction!: OurFunction | null;

  @Column('uuid', { name: 'logged_by_id', nullable: true })
  loggedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('interactions_logged_by_fk', 'logged_by_id'))
  loggedBy?: Relation<User> | null;

  @Column('text', { name: 'external_system', nullable: true })
  externalSystem!: string | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
