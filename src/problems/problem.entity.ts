import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { DateTimeScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { ProblemStatus, Severity } from '../domain/terms.js';

@Entity('problems')
@Index('problems_account', ['tenantId', 'accountId', 'occurredAt', 'id'])
@Index('problems_repeats', ['tenantId', 'repeatsId'])
@Index('problems_external', ['tenantId', 'externalSystem', 'externalId'], { unique: true })
@Check('problems_severity', oneOf('severity', Severity))
@Check('problems_status', oneOf('status', ProblemStatus))
@Check(
  'problems_resolution',
  "(status = 'RESOLVED') = (resolved_at IS NOT NULL) AND resolved_at >= occurred_at",
)
@ObjectType({
  description: 'Something that went wrong for an account. What became of it, and who knows, is kept with it.',
})
export class Problem {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('problems_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'title' })
  @Field(() => String, { description: 'What is wrong, in a line.' })
  title!: string;

  @Column('text', { name: 'description', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is wrong, at length.' })
  description!: string | null;

  @Column('text', { name: 'severity' })
  @Field(() => Severity, { description: 'How bad it is.' })
  severity!: Severity;

  @Column('text', { name: 'status' })
  @Field(() => ProblemStatus, { description: 'Whether it still stands.' })
  status!: ProblemStatus;

  @Column('timestamptz', { name: 'occurred_at' })
  @Field(() => DateTimeScalar, { description: 'When it arose.' })
  occurredAt!: string;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was solved; null while it stands.' })
  resolvedAt!: string | null;

  @Column('text', { name: 'resolution', nullable: true })
  @Field(() => String, { nullable: true, description: 'How it was solved; null while it stands.' })
  resolution!: string | null;

  /** The earlier problem that somebody said this one repeats; similar titles are recognised by the rules. */
  @Column('uuid', { name: 'repeats_id', nullable: true })
  repeatsId!: string | null;

  @ManyToOne(() => Problem, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('problems_repeats_fk', 'repeats_id'))
  repeated?: Relation<Problem> | null;

  @Column('text', { name: 'external_system', nullable: true })
  externalSystem!: string | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('int', { name: 'version' })
  version!: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
