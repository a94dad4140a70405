import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../../database/columns.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Insight } from './insight.entity.js';

/** From whom something was heard. */
@Entity('insight_sources')
@Index('insight_sources_stakeholder', ['tenantId', 'stakeholderId', 'insightId'])
export class InsightSource {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'insight_id' })
  insightId!: string;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Insight, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('insight_sources_insight_fk', 'insight_id'))
  insight?: Relation<Insight>;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('insight_sources_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
