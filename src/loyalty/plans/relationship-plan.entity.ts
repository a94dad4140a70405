import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { DateScalar, DateTimeScalar } from '../../common/scalars.js';
import { withinTenant } from '../../database/columns.js';
import type { Goal } from '../../domain/loyalty/plans/goal.js';

@Entity('relationship_plans')
@Index('relationship_plans_account', ['tenantId', 'accountId'], { unique: true })
@Index('relationship_plans_review', ['tenantId', 'nextReviewOn', 'id'])
@Index('relationship_plans_updated_by', ['tenantId', 'updatedById'])
@Check('relationship_plans_version', 'version > 0')
@ObjectType({
  description:
    'What both sides want from the relationship with an account, and when that is looked at again. People, promises and expectations are shown as they stand now.',
})
export class RelationshipPlan {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('relationship_plans_account_fk', 'account_id'))
  account?: Relation<Account>;

  /** Kept as one value, because a plan is agreed on as a whole and each version of it is kept. */
  @Column('jsonb', { name: 'goals' })
  goals!: readonly Goal[];

  @Column('date', { name: 'next_review_on', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When it is next reviewed; overdue the day after. Null while no review is planned.',
  })
  nextReviewOn!: string | null;

  @Column('int', { name: 'version' })
  @Field(() => Int, {
    description: 'Rises with every change; send it as `expectedVersion` so that no newer one is overwritten.',
  })
  version!: number;

  @Column('uuid', { name: 'updated_by_id', nullable: true })
  updatedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('relationship_plans_updated_by_fk', 'updated_by_id'))
  updatedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'updated_at' })
  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: string;
}

@Entity('relationship_plan_versions')
@Index('relationship_plan_versions_changed_by', ['tenantId', 'changedById'])
@ObjectType({ description: 'A version of a relationship plan: who changed what, and when. Kept for good.' })
export class RelationshipPlanVersion {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'plan_id' })
  planId!: string;

  @ManyToOne(() => RelationshipPlan, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('relationship_plan_versions_plan_fk', 'plan_id'))
  plan?: Relation<RelationshipPlan>;

  @PrimaryColumn('int', { name: 'version' })
  @Field(() => Int, { description: 'Counts from 1.' })
  version!: number;

  @Column('jsonb', { name: 'goals' })
  goals!: readonly Goal[];

  @Column('date', { name: 'next_review_on', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was next to be reviewed.' })
  nextReviewOn!: string | null;

  @Column('uuid', { name: 'changed_by_id', nullable: true })
  changedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('relationship_plan_versions_changed_by_fk', 'changed_by_id'))
  changedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'changed_at' })
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  changedAt!: string;
}
