import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { InteractionOutcome, OurFunction } from '../../domain/terms.js';
import { Benchmark } from '../benchmarks/benchmark.entity.js';
import { OwnPlace } from '../benchmarks/benchmarks.types.js';

@Entity('teachings')
@Index('teachings_account', ['tenantId', 'accountId', 'taughtAt', 'id'])
@Index('teachings_benchmark', ['tenantId', 'benchmarkId'])
@Index('teachings_recorded_by', ['tenantId', 'recordedById'])
@Index('teachings_external', ['tenantId', 'externalSystem', 'externalId'], { unique: true })
@Check('teachings_function', oneOf('our_function', OurFunction))
@Check('teachings_response', oneOf('response', InteractionOutcome))
@ObjectType({
  description: 'We showed people of an account something they can use. Never changed afterwards.',
})
export class Teaching {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('teachings_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'topic' })
  @Field(() => String, { description: 'What it was about.' })
  topic!: string;

  @Column('uuid', { name: 'benchmark_id', nullable: true })
  benchmarkId!: string | null;

  @ManyToOne(() => Benchmark, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('teachings_benchmark_fk', 'benchmark_id'))
  benchmark?: Relation<Benchmark> | null;

  @Column('jsonb', { name: 'own_place', nullable: true })
  @Field(() => OwnPlace, {
    nullable: true,
    description: 'Where they lay beside the benchmark when it was shown to them.',
  })
  ownPlace!: OwnPlace | null;

  @Column('text', { name: 'our_function', nullable: true })
  @Field(() => OurFunction, { nullable: true, description: 'Which of our functions showed it.' })
  ourFunction!: OurFunction | null;

  @Column('text', { name: 'response', nullable: true })
  @Field(() => InteractionOutcome, { nullable: true, description: 'How they took it, where noted.' })
  response!: InteractionOutcome | null;

  @Column('timestamptz', { name: 'taught_at' })
  @Field(() => DateTimeScalar, { description: 'When.' })
  taughtAt!: string;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('teachings_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('text', { name: 'external_system', nullable: true })
  externalSystem!: string | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
