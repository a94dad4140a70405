import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { Channel } from '../../domain/terms.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Kit } from '../kits/kit.entity.js';

@Entity('amplifications')
@Index('amplifications_account', ['tenantId', 'accountId', 'occurredAt', 'id'])
@Index('amplifications_advocate', ['tenantId', 'advocateId', 'occurredAt'])
@Index('amplifications_kit', ['tenantId', 'kitId'])
@Index('amplifications_recorded_by', ['tenantId', 'recordedById'])
@Check('amplifications_setting', oneOf('setting', Channel))
@Check('amplifications_override', '(cardinality(overridden) > 0) = (override_reason IS NOT NULL)')
@ObjectType({ description: 'An advocate spoke for us to colleagues. Never changed afterwards.' })
export class Amplification {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('amplifications_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('uuid', { name: 'advocate_id' })
  advocateId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('amplifications_advocate_fk', 'advocate_id'))
  advocate?: Relation<Stakeholder>;

  @Column('text', { name: 'message' })
  @Field(() => String, { description: 'What was said for us.' })
  message!: string;

  @Column('uuid', { name: 'kit_id', nullable: true })
  kitId!: string | null;

  @ManyToOne(() => Kit, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('amplifications_kit_fk', 'kit_id'))
  kit?: Relation<Kit> | null;

  @Column('text', { name: 'setting', nullable: true })
  @Field(() => Channel, { nullable: true, description: 'In what setting, where known.' })
  setting!: Channel | null;

  @Column('timestamptz', { name: 'occurred_at' })
  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: string;

  /** The codes of the guards that forbade asking and were overridden. */
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
  @JoinColumn(withinTenant('amplifications_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
