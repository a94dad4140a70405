import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { DateScalar, DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { FlagStatus, RiskReasonCode } from '../../domain/judgement-terms.js';

@Entity('flags')
@Index('flags_once', ['tenantId', 'accountId', 'code'], { unique: true })
@Index('flags_account', ['tenantId', 'accountId', 'openedAt', 'id'])
@Index('flags_by_status', ['tenantId', 'status', 'openedAt', 'id'])
@Check('flags_code', oneOf('code', RiskReasonCode))
@Check('flags_status', oneOf('status', FlagStatus))
@ObjectType({
  description:
    'A reason with a life of its own: opened and closed by the method, worked on by people. One per account and reason.',
})
export class Flag {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('flags_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'code' })
  @Field(() => RiskReasonCode, { description: 'Which reason.' })
  code!: RiskReasonCode;

  @Column('text', { name: 'status' })
  @Field(() => FlagStatus, { description: 'Where it stands.' })
  status!: FlagStatus;

  @Column('timestamptz', { name: 'opened_at' })
  @Field(() => DateTimeScalar, { description: 'When it was opened, or opened again.' })
  openedAt!: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it is not.' })
  closedAt!: string | null;

  @Column('date', { name: 'snoozed_until', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'It comes back on this day; null unless snoozed.' })
  snoozedUntil!: string | null;

  /** A judgement of a person is not overruled as long as nothing changes. */
  @Column('boolean', { name: 'closed_by_person' })
  closedByPerson!: boolean;

  /** When its latest event happened. */
  @Column('timestamptz', { name: 'last_event_at' })
  lastEventAt!: string;

  /** Since when the reason has been gone; null while it holds. */
  @Column('timestamptz', { name: 'gone_since', nullable: true })
  goneSince!: string | null;
}
