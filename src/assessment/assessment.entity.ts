import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Money } from '../common/money.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { RiskReasonCode, Standing } from '../domain/judgement-terms.js';
import { OrganisationLevel } from '../domain/terms.js';
import { Divergence, LevelStanding, RiskReason } from './assessment.types.js';

/** The judgement of an account as it stands. Refreshed with every write that touches the account, and once a day. */
@Entity('assessments')
@Index('assessments_at_risk', ['tenantId', 'standing', 'sortValue', 'risk', 'accountId'])
@Check('assessments_standing', oneOf('standing', Standing))
@Check('assessments_risk', 'risk BETWEEN 0 AND 1')
@ObjectType({ description: 'The judgement of an account: where it stands, why, and what it is worth.' })
export class Assessment {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('assessments_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'standing' })
  @Field(() => Standing, {
    description: 'SAFE only if nothing speaks against it and every deciding level was heard.',
  })
  standing!: Standing;

  @Column('float8', { name: 'risk' })
  @Field(() => Float, { description: '0 to 1, from the reasons below; at risk from 0.5 on.' })
  risk!: number;

  @Column('numeric', { name: 'amount_at_risk', nullable: true })
  amountAtRisk!: string | null;

  @Column('text', { name: 'currency', nullable: true })
  currency!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Annual value times risk; null while the value is not known.',
  })
  valueAtRisk?: Money | null;

  /** Value at risk in the reporting currency, to sort by; -1 where it is not known, so that such accounts come last. */
  @Column('float8', { name: 'sort_value' })
  sortValue!: number;

  @Column('text', { name: 'deciding_levels', array: true })
  @Field(() => [OrganisationLevel], { description: 'The levels whose people decide about us.' })
  decidingLevels!: OrganisationLevel[];

  @Column('jsonb', { name: 'levels' })
  @Field(() => [LevelStanding], { description: 'Each level on its own; their answers are never mixed.' })
  levels!: LevelStanding[];

  @Column('jsonb', { name: 'divergence' })
  @Field(() => Divergence, { description: 'How far apart the levels are.' })
  divergence!: Divergence;

  @Column('jsonb', { name: 'reasons' })
  @Field(() => [RiskReason], { description: 'Why, heaviest first.' })
  reasons!: RiskReason[];

  @Column('text', { name: 'reason_codes', array: true })
  reasonCodes!: RiskReasonCode[];

  @Column('timestamptz', { name: 'assessed_at' })
  @Field(() => DateTimeScalar, { description: 'When it was last judged.' })
  assessedAt!: string;

  @Column('text', { name: 'method_version' })
  @Field(() => String, { description: 'The version of the method that judged.' })
  methodVersion!: string;
}

/** An assessment that differed from the one before it. */
@Entity('assessment_changes')
@Index('assessment_changes_account', ['tenantId', 'accountId', 'assessedAt', 'id'])
export class AssessmentChange {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('assessment_changes_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'standing' })
  standing!: Standing;

  @Column('float8', { name: 'risk' })
  risk!: number;

  @Column('numeric', { name: 'amount_at_risk', nullable: true })
  amountAtRisk!: string | null;

  @Column('text', { name: 'currency', nullable: true })
  currency!: string | null;

  @Column('text', { name: 'deciding_levels', array: true })
  decidingLevels!: OrganisationLevel[];

  @Column('jsonb', { name: 'levels' })
  levels!: LevelStanding[];

  @Column('jsonb', { name: 'divergence' })
  divergence!: Divergence;

  @Column('jsonb', { name: 'reasons' })
  reasons!: RiskReason[];

  @Column('timestamptz', { name: 'assessed_at' })
  assessedAt!: string;

  @Column('text', { name: 'method_version' })
  methodVersion!: string;
}
