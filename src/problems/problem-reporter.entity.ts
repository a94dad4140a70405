import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Problem } from './problem.entity.js';

/** Who reported a problem, and therefore knows of it. */
@Entity('problem_reporters')
@Index('problem_reporters_stakeholder', ['tenantId', 'stakeholderId', 'problemId'])
export class ProblemReporter {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'problem_id' })
  problemId!: string;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Problem, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('problem_reporters_problem_fk', 'problem_id'))
  problem?: Relation<Problem>;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('problem_reporters_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
