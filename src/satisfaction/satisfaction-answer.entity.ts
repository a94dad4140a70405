import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { DateTimeScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { Measure, OrganisationLevel, Provenance } from '../domain/terms.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';

@Entity('satisfaction_answers')
@Index('satisfaction_answers_account', ['tenantId', 'accountId', 'answeredAt'])
@Index('satisfaction_answers_stakeholder', ['tenantId', 'stakeholderId', 'answeredAt', 'id'])
@Index('satisfaction_answers_series', [
  'tenantId',
  'stakeholderId',
  'instrument',
  'provenance',
  'answeredAt',
  'id',
])
@Index('satisfaction_answers_external', ['tenantId', 'externalSystem', 'externalId'], { unique: true })
@Index('satisfaction_answers_supersedes', ['tenantId', 'supersedesId'], { unique: true })
@Check('satisfaction_answers_measure', oneOf('measure', Measure))
@Check('satisfaction_answers_provenance', oneOf('provenance', Provenance))
@Check('satisfaction_answers_score', 'score BETWEEN 0 AND 100')
@ObjectType({
  description: 'What one stakeholder answered to one instrument. Never changed; a correction supersedes it.',
})
export class SatisfactionAnswer {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  /** Repeated from the stakeholder, whose account never changes, so that an account's answers are one index range. */
  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('satisfaction_answers_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('satisfaction_answers_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;

  @Column('text', { name: 'instrument' })
  @Field(() => String, {
    description: 'NPS, CSAT, RECOMMEND, REPURCHASE, POINTS_OF_CONNECTION, PARTNERSHIP or one of your own.',
  })
  instrument!: string;

  @Column('text', { name: 'measure' })
  measure!: Measure;

  @Column('float8', { name: 'score', nullable: true })
  @Field(() => Float, { nullable: true, description: '0 to 100; null for an intention, which has none.' })
  score!: number | null;

  @Column('text', { name: 'choice', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'RECOMMEND and REPURCHASE: the choice; empty text is "declined to say".',
  })
  choice!: string | null;

  @Column('jsonb', { name: 'items', nullable: true })
  items!: Record<string, number> | null;

  level!: OrganisationLevel;

  @Column('text', { name: 'provenance' })
  @Field(() => Provenance, {
    description: 'Stated by the customer, or our own estimate; the two are never averaged.',
  })
  provenance!: Provenance;

  @Column('boolean', { name: 'solicited' })
  @Field(() => Boolean, { description: 'Whether we asked; people who are asked answer more kindly.' })
  solicited!: boolean;

  @Column('timestamptz', { name: 'answered_at' })
  @Field(() => DateTimeScalar, { description: 'When it was answered.' })
  answeredAt!: string;

  @Column('text', { name: 'comment', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they added in words.' })
  comment!: string | null;

  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  @ManyToOne(() => SatisfactionAnswer, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('satisfaction_answers_supersedes_fk', 'supersedes_id'))
  supersedes?: Relation<SatisfactionAnswer> | null;

  @Column('text', { name: 'external_system', nullable: true })
  externalSystem!: string | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
