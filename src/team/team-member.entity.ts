import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../access/user.entity.js';
import { Account } from '../accounts/account.entity.js';
import { DateScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { OurFunction } from '../domain/terms.js';

@Entity('team_members')
@Index('team_members_account', ['tenantId', 'accountId', 'id'])
@Index('team_members_user', ['tenantId', 'userId'])
@Index('team_members_leader', ['tenantId', 'accountId'], { unique: true, where: 'leader AND until IS NULL' })
@Index('team_members_once', ['tenantId', 'accountId', 'userId'], { unique: true, where: 'until IS NULL' })
@Check('team_members_function', oneOf('function', OurFunction))
@Check('team_members_term', 'until >= since')
@ObjectType({ description: 'One of our people on an account, with those of the customer they look after.' })
export class TeamMember {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('team_members_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('team_members_user_fk', 'user_id'))
  user?: Relation<User>;

  @Column('text', { name: 'function' })
  @Field(() => OurFunction, {
    name: 'ourFunction',
    description: 'The function they stand for at this account.',
  })
  function!: OurFunction;

  @Column('boolean', { name: 'leader' })
  @Field(() => Boolean, { description: 'Whether they lead the team; at most one does.' })
  leader!: boolean;

  @Column('date', { name: 'since' })
  @Field(() => DateScalar, { description: 'First day on the account.' })
  since!: string;

  @Column('date', { name: 'until', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Last day on the account; null while there.' })
  until!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
