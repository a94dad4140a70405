import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../access/user.entity.js';
import { DateTimeScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { ProblemStatus } from '../domain/terms.js';
import { Problem } from './problem.entity.js';

/** A problem was solved, or stood again. Never rewritten. */
@Entity('problem_events')
@Index('problem_events_problem', ['tenantId', 'problemId', 'at', 'id'])
@Index('problem_events_by', ['tenantId', 'byId'])
@Check('problem_events_status', oneOf('status', ProblemStatus))
@ObjectType({ description: 'A problem was solved, or stood again.' })
export class ProblemEvent {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'problem_id' })
  problemId!: string;

  @ManyToOne(() => Problem, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('problem_events_problem_fk', 'problem_id'))
  problem?: Relation<Problem>;

  @Column('text', { name: 'status' })
  @Field(() => ProblemStatus, { description: 'RESOLVED: it was solved; OPEN: it stood again.' })
  status!: ProblemStatus;

  @Column('timestamptz', { name: 'at' })
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Column('text', { name: 'reason' })
  @Field(() => String, { description: 'How it was solved, or why it stands again.' })
  reason!: string;

  @Column('uuid', { name: 'by_id', nullable: true })
  byId!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('problem_events_by_fk', 'by_id'))
  by?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
