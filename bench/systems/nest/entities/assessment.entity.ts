import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';
import { toTenants } from './columns.js';

@ObjectType()
export class LevelStanding {
  @Field(() => String) level!: string;
  @Field(() => Int) known!: number;
  @Field(() => Int) heard!: number;
  @Field(() => Float, { nullable: true }) score!: number | null;
  @Field(() => Float, { nullable: true }) low!: number | null;
  @Field(() => Float, { nullable: true }) high!: number | null;
  @Field(() => Float, { nullable: true }) ourEstimate!: number | null;
  @Field(() => String, { nullable: true }) lastHeardAt!: string | null;
  @Field(() => String, { nullable: true }) lastContactAt!: string | null;
}

@ObjectType()
export class Divergence {
  @Field(() => String) direction!: string;
  @Field(() => String) grade!: string;
  @Field(() => Float, { nullable: true }) gap!: number | null;
  @Field(() => Float, { nullable: true }) probability!: number | null;
  @Field(() => String, { nullable: true }) cause!: string | null;
  @Field(() => String, { nullable: true }) nextAction!: string | null;
}

@ObjectType()
export class RiskReason {
  @Field(() => String) code!: string;
  @Field(() => Float) weight!: number;
  @Field(() => String) summary!: string;
}

@Entity('assessments')
@ObjectType()
export class Assessment {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn(toTenants('account_id'))
  account!: Account;

  @Column('text')
  @Field(() => String)
  standing!: string;

  @Column('float8')
  @Field(() => Float)
  risk!: number;

  @Column('numeric', { name: 'amount_at_risk', nullable: true })
  amountAtRisk!: string | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Column('float8', { name: 'sort_value' })
  sortValue!: number;

  @Column('text', { name: 'deciding_levels', array: true })
  @Field(() => [String])
  decidingLevels!: string[];

  @Column('jsonb')
  @Field(() => [LevelStanding])
  levels!: LevelStanding[];

  @Column('jsonb')
  @Field(() => Divergence)
  divergence!: Divergence;

  @Column('jsonb')
  @Field(() => [RiskReason])
  reasons!: RiskReason[];

  @Column('text', { name: 'reason_codes', array: true })
  reasonCodes!: string[];

  @Column('timestamptz', { name: 'assessed_at' })
  @Field(() => Date)
  assessedAt!: Date;

  @Column('text', { name: 'method_version' })
  @Field(() => String)
  methodVersion!: string;
}

@Entity('assessment_changes')
export class AssessmentChange {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') standing!: string;
  @Column('float8') risk!: number;
  @Column('numeric', { name: 'amount_at_risk', nullable: true }) amountAtRisk!: string | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('text', { name: 'deciding_levels', array: true }) decidingLevels!: string[];
  @Column('jsonb') levels!: LevelStanding[];
  @Column('jsonb') divergence!: Divergence;
  @Column('jsonb') reasons!: RiskReason[];
  @Column('timestamptz', { name: 'assessed_at' }) assessedAt!: Date;
  @Column('text', { name: 'method_version' }) methodVersion!: string;
}

@Entity('level_means')
export class LevelMean {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('text') level!: string;
  @Column('float8') mean!: number;
  @PrimaryColumn('timestamptz', { name: 'computed_at' }) computedAt!: Date;
}
