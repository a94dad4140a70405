import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { OrganisationLevel } from '../../domain/terms.js';
import { Problem } from '../../problems/problem.entity.js';

@Entity('knowledge_gaps')
@Index('knowledge_gaps_account', ['tenantId', 'accountId'])
@Index('knowledge_gaps_since', ['tenantId', 'since', 'problemId', 'level'])
@Check('knowledge_gaps_level', oneOf('level', OrganisationLevel))
@ObjectType({ description: 'A solved problem that a level knows of without knowing that it is solved.' })
export class KnowledgeGap {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'problem_id' })
  problemId!: string;

  @PrimaryColumn('text', { name: 'level' })
  @Field(() => OrganisationLevel, { description: 'The level in the dark.' })
  level!: OrganisationLevel;

  @ManyToOne(() => Problem, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('knowledge_gaps_problem_fk', 'problem_id'))
  problem?: Relation<Problem>;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('knowledge_gaps_account_fk', 'account_id'))
  account?: Relation<Account>;

  /** Whom to tell, in this order: decision makers first. */
  @Column('uuid', { name: 'untold_ids', array: true })
  untoldIds!: string[];

  @Column('timestamptz', { name: 'since' })
  @Field(() => DateTimeScalar, { description: 'Since when it has been in the dark.' })
  since!: string;
}
