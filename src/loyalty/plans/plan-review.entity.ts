import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { DateScalar } from '../../common/scalars.js';
import { withinTenant } from '../../database/columns.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { RelationshipPlan } from './relationship-plan.entity.js';

@Entity('plan_reviews')
@Index('plan_reviews_plan', ['tenantId', 'planId', 'heldOn', 'id'])
@Index('plan_reviews_recorded_by', ['tenantId', 'recordedById'])
@Check('plan_reviews_next', 'next_review_on > held_on')
@ObjectType({ description: 'A review of a relationship plan that was held. Never changed afterwards.' })
export class PlanReview {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @ManyToOne(() => RelationshipPlan, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('plan_reviews_plan_fk', 'plan_id'))
  plan?: Relation<RelationshipPlan>;

  @Column('date', { name: 'held_on' })
  @Field(() => DateScalar, { description: 'When it was held.' })
  heldOn!: string;

  @Column('text', { name: 'outcome' })
  @Field(() => String, { description: 'What came of it.' })
  outcome!: string;

  @Column('date', { name: 'next_review_on', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the next one was to be held, as said in this one; null where nobody said.',
  })
  nextReviewOn!: string | null;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('plan_reviews_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}

/** Who of the account took part in a review. Never rewritten. */
@Entity('plan_review_participants')
@Index('plan_review_participants_stakeholder', ['tenantId', 'stakeholderId', 'reviewId'])
export class PlanReviewParticipant {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'review_id' })
  reviewId!: string;

  @ManyToOne(() => PlanReview, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('plan_review_participants_review_fk', 'review_id'))
  review?: Relation<PlanReview>;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('plan_review_participants_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
