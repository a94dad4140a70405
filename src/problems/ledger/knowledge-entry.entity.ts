import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { ProblemKnowledge } from '../../domain/terms.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Problem } from '../problem.entity.js';

/** A line of the knowledge ledger: from when on somebody knew what of a problem. Never rewritten. */
@Entity('knowledge_entries')
@Index('knowledge_entries_problem', ['tenantId', 'problemId', 'stakeholderId', 'at'])
@Index('knowledge_entries_stakeholder', ['tenantId', 'stakeholderId'])
@Index('knowledge_entries_interaction', ['tenantId', 'interactionId'])
@Index('knowledge_entries_told_by', ['tenantId', 'toldById'])
@Check('knowledge_entries_knowledge', oneOf('knowledge', ProblemKnowledge))
export class KnowledgeEntry {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'problem_id' })
  problemId!: string;

  @ManyToOne(() => Problem, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('knowledge_entries_problem_fk', 'problem_id'))
  problem?: Relation<Problem>;

  @Column('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('knowledge_entries_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;

  @Column('text', { name: 'knowledge' })
  knowledge!: ProblemKnowledge;

  @Column('timestamptz', { name: 'at' })
  at!: string;

  @Column('uuid', { name: 'interaction_id', nullable: true })
  interactionId!: string | null;

  /** Named as text: contacts build on problems, so this room does not import theirs. */
  @ManyToOne('Interaction', { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('knowledge_entries_interaction_fk', 'interaction_id'))
  interaction?: object | null;

  @Column('uuid', { name: 'told_by_id', nullable: true })
  toldById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('knowledge_entries_told_by_fk', 'told_by_id'))
  toldBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
