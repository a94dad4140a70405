import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { toTenants } from './columns.js';

@Entity('problems')
@ObjectType()
export class Problem {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column('uuid', { name: 'account_id' }) accountId!: string;

  @Column('text')
  @Field(() => String)
  title!: string;

  @Column('text')
  @Field(() => String)
  severity!: string;

  @Column('text')
  @Field(() => String)
  status!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  @Field(() => Date)
  occurredAt!: Date;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  @Field(() => Date, { nullable: true })
  resolvedAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  resolution!: string | null;

  @Column('uuid', { name: 'repeats_id', nullable: true }) repeatsId!: string | null;

  @OneToMany(() => ProblemEvent, (event) => event.problem) events!: Relation<ProblemEvent>[];
  @OneToMany(() => ProblemReporter, (reporter) => reporter.problem) reporters!: Relation<ProblemReporter>[];
  @OneToMany(() => KnowledgeEntry, (entry) => entry.problem) knowledge!: Relation<KnowledgeEntry>[];
}

@Entity('problem_events')
export class ProblemEvent {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'problem_id' }) problemId!: string;
  @ManyToOne(() => Problem, (problem) => problem.events)
  @JoinColumn(toTenants('problem_id'))
  problem!: Relation<Problem>;
  @Column('text') status!: string;
  @Column('timestamptz') at!: Date;
}

@Entity('problem_reporters')
export class ProblemReporter {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid', { name: 'problem_id' }) problemId!: string;
  @PrimaryColumn('uuid', { name: 'stakeholder_id' }) stakeholderId!: string;
  @ManyToOne(() => Problem, (problem) => problem.reporters)
  @JoinColumn(toTenants('problem_id'))
  problem!: Relation<Problem>;
}

@Entity('knowledge_entries')
export class KnowledgeEntry {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'problem_id' }) problemId!: string;
  @ManyToOne(() => Problem, (problem) => problem.knowledge)
  @JoinColumn(toTenants('problem_id'))
  problem!: Relation<Problem>;
  @Column('uuid', { name: 'stakeholder_id' }) stakeholderId!: string;
  @Column('text') knowledge!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'interaction_id', nullable: true }) interactionId!: string | null;
  @Column('uuid', { name: 'told_by_id', nullable: true }) toldById!: string | null;
}
