import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { DateScalar, DateTimeScalar } from '../../common/scalars.js';
import { withinTenant } from '../../database/columns.js';
import type { LiveFigure } from '../../domain/loyalty/checklist/live-figure.js';

@Entity('checklist_rounds')
@Index('checklist_rounds_day', ['tenantId', 'openedOn', 'id'])
@Index('checklist_rounds_open', ['tenantId'], { unique: true, where: 'closed_at IS NULL' })
@Check('checklist_rounds_closed', '(closed_at IS NULL) = (figures IS NULL)')
@ObjectType({
  description: 'One time at which our people judge us by the checklist. One round is open at a time.',
})
export class ChecklistRound {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('text', { name: 'title' })
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Column('date', { name: 'opened_on' })
  @Field(() => DateScalar, { description: 'The day it stands for.' })
  openedOn!: string;

  @Column('uuid', { name: 'opened_by_id', nullable: true })
  openedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('checklist_rounds_opened_by_fk', 'opened_by_id'))
  openedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: string | null;

  @Column('uuid', { name: 'closed_by_id', nullable: true })
  closedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('checklist_rounds_closed_by_fk', 'closed_by_id'))
  closedBy?: Relation<User> | null;

  /** The live figures as they were when it was closed, so that they can be set beside those of later rounds. */
  @Column('jsonb', { name: 'figures', nullable: true })
  figures!: LiveFigure[] | null;
}
