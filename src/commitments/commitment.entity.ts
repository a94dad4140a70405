import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../access/user.entity.js';
import { Account } from '../accounts/account.entity.js';
import { DateScalar, DateTimeScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import type { Settlement } from '../domain/facts.js';
import { CommitmentStatus } from '../domain/terms.js';

@Entity('commitments')
@Index('commitments_account', ['tenantId', 'accountId', 'dueOn', 'id'])
@Index('commitments_owner', ['tenantId', 'ownerId'])
@Check('commitments_settled', oneOf('settled', CommitmentStatus))
@Check('commitments_settlement', '(settled IS NULL) = (settled_at IS NULL)')
@ObjectType({ description: 'A promise of ours to people of an account.' })
export class Commitment {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('commitments_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'promise' })
  @Field(() => String, { description: 'What was promised.' })
  promise!: string;

  @Column('date', { name: 'due_on' })
  @Field(() => DateScalar, { description: 'By when; overdue the day after.' })
  dueOn!: string;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('commitments_owner_fk', 'owner_id'))
  owner?: Relation<User> | null;

  /** How it was settled; null while it was not. Overdue and unsettled is broken, which only the date can tell. */
  @Column('text', { name: 'settled', nullable: true })
  settled!: Settlement | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled; null while it was not.' })
  settledAt!: string | null;

  @Column('text', { name: 'note', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was said when it was settled.' })
  note!: string | null;

  @Column('timestamptz', { name: 'made_at' })
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  madeAt!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;

  @Column('timestamptz', { name: 'settlement_recorded_at', nullable: true })
  settlementRecordedAt!: string | null;
}
