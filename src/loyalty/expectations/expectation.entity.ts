import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { DateScalar, DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { RelationshipSide } from '../../domain/loyalty/terms.js';

@Entity('expectations')
@Index('expectations_account', ['tenantId', 'accountId', 'id'])
@Index('expectations_due', ['tenantId', 'nextCheckInOn', 'id'])
@Index('expectations_retired_by', ['tenantId', 'retiredById'])
@Check('expectations_side', oneOf('side', RelationshipSide))
@Check('expectations_interval', 'check_every_days > 0')
@Check('expectations_target', 'target IS NULL OR measure IS NOT NULL')
@Check('expectations_retired', '(retired_at IS NULL) = (retired_reason IS NULL)')
@Check('expectations_next_check_in', '(retired_at IS NULL) = (next_check_in_on IS NOT NULL)')
@ObjectType({
  description:
    'What one side of a relationship expects and the other has agreed to, in the words that hold now. Every wording is kept.',
})
export class Expectation {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('expectations_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'side' })
  @Field(() => RelationshipSide, { description: 'Whose expectation it is.' })
  side!: RelationshipSide;

  @Column('text', { name: 'statement' })
  @Field(() => String, { description: 'What is expected.' })
  statement!: string;

  @Column('text', { name: 'measure', nullable: true })
  @Field(() => String, { nullable: true, description: 'How both sides see whether it is met.' })
  measure!: string | null;

  @Column('text', { name: 'target', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the measure should be.' })
  target!: string | null;

  @Column('int', { name: 'check_every_days' })
  @Field(() => Int, { description: 'How often both sides look at it, in days.' })
  checkEveryDays!: number;

  @Column('int', { name: 'revision' })
  @Field(() => Int, {
    description: 'Counts its wordings from 1; send it as `expectedRevision` to overwrite no newer one.',
  })
  revision!: number;

  @Column('timestamptz', { name: 'agreed_at' })
  @Field(() => DateTimeScalar, { description: 'When the words that hold now were agreed.' })
  agreedAt!: string;

  /** When its first words were agreed: nothing can be found of it before. */
  @Column('timestamptz', { name: 'first_agreed_at' })
  firstAgreedAt!: string;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when nobody expects it any longer; null while it holds.',
  })
  retiredAt!: string | null;

  @Column('text', { name: 'retired_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was retired.' })
  retiredReason!: string | null;

  @Column('uuid', { name: 'retired_by_id', nullable: true })
  retiredById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('expectations_retired_by_fk', 'retired_by_id'))
  retiredBy?: Relation<User> | null;

  /** Kept in step by whoever writes, because a list in the order of days cannot work it out for every row. */
  @Column('date', { name: 'next_check_in_on', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When both sides are to look at it next; overdue the day after. Null once retired.',
  })
  nextCheckInOn!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
