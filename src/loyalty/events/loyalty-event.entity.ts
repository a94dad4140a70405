import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { DateScalar, DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { LoyaltyEventKind } from '../../domain/loyalty/terms.js';

@Entity('loyalty_events')
@Index('loyalty_events_account', ['tenantId', 'accountId', 'occurredOn', 'id'])
@Index('loyalty_events_first', ['tenantId', 'firstId'])
@Index('loyalty_events_recorded_by', ['tenantId', 'recordedById'])
@Index('loyalty_events_supersedes', ['tenantId', 'supersedesId'], { unique: true })
@Index('loyalty_events_external', ['tenantId', 'externalSystem', 'externalId'], {
  unique: true,
  where: 'supersedes_id IS NULL',
})
@Check('loyalty_events_kind', oneOf('kind', LoyaltyEventKind))
@Check('loyalty_events_amount', '(amount IS NULL) = (currency IS NULL) AND amount >= 0')
@Check('loyalty_events_first_telling', '(supersedes_id IS NULL) = (first_id = id)')
@Check('loyalty_events_withdrawn', 'NOT withdrawn OR (supersedes_id IS NOT NULL AND reason IS NOT NULL)')
@ObjectType({
  description:
    'What an account was seen to do, whatever anybody there said. Never changed: a correction or a withdrawal supersedes it.',
})
export class LoyaltyEvent {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('loyalty_events_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'kind' })
  @Field(() => LoyaltyEventKind, { description: 'What happened.' })
  kind!: LoyaltyEventKind;

  @Column('date', { name: 'occurred_on' })
  @Field(() => DateScalar, { description: 'The day on which it happened, in UTC.' })
  occurredOn!: string;

  /** An exact decimal of zero or more, in `currency`; what it measures depends on the kind. */
  @Column('numeric', { name: 'amount', nullable: true })
  amount!: string | null;

  /** ISO 4217; null together with the amount. */
  @Column('text', { name: 'currency', nullable: true })
  currency!: string | null;

  @Column('text', { name: 'reason', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why, in words: the reason of the event, or of its withdrawal.',
  })
  reason!: string | null;

  /** The first telling of this event, under whose external id it is known; its own id when it corrects nothing. */
  @Column('uuid', { name: 'first_id' })
  firstId!: string;

  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  @ManyToOne(() => LoyaltyEvent, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('loyalty_events_supersedes_fk', 'supersedes_id'))
  supersedes?: Relation<LoyaltyEvent> | null;

  @Column('boolean', { name: 'withdrawn' })
  @Field(() => Boolean, {
    description: 'Whether this record only says that the event it supersedes never happened.',
  })
  withdrawn!: boolean;

  @Column('text', { name: 'external_system', nullable: true })
  externalSystem!: string | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('loyalty_events_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  @Field(() => DateTimeScalar, { description: 'When we were told of it.' })
  recordedAt!: string;
}
