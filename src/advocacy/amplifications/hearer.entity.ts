import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { oneOf, withinTenant } from '../../database/columns.js';
import { AmplificationOutcome } from '../../domain/advocacy/terms.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Amplification } from './amplification.entity.js';

@Entity('hearers')
@Index('hearers_stakeholder', ['tenantId', 'stakeholderId', 'amplificationId'])
@Check('hearers_outcome', oneOf('outcome', AmplificationOutcome))
@ObjectType({ description: 'Somebody who heard an advocate, and what it did.' })
export class Hearer {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'amplification_id' })
  amplificationId!: string;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @Column('text', { name: 'outcome' })
  @Field(() => AmplificationOutcome, { description: 'What it did.' })
  outcome!: AmplificationOutcome;

  @ManyToOne(() => Amplification, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('hearers_amplification_fk', 'amplification_id'))
  amplification?: Relation<Amplification>;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('hearers_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
