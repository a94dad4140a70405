import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { ChecklistRating } from '../../domain/loyalty/checklist/statement.js';
import { ChecklistRound } from './checklist-round.entity.js';

/** What one of our people thought of a statement. Never rewritten: a later one of the same person goes before it. */
@Entity('checklist_ratings')
@Index('checklist_ratings_round', ['tenantId', 'roundId'])
@Index('checklist_ratings_rater', ['tenantId', 'raterId'])
@Check('checklist_ratings_rating', oneOf('rating', ChecklistRating))
export class ChecklistRatingRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @ManyToOne(() => ChecklistRound, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('checklist_ratings_round_fk', 'round_id'))
  round?: Relation<ChecklistRound>;

  /** Code of the statement. */
  @Column('text', { name: 'statement' })
  statement!: string;

  @Column('uuid', { name: 'rater_id' })
  raterId!: string;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('checklist_ratings_rater_fk', 'rater_id'))
  rater?: Relation<User>;

  @Column('text', { name: 'rating' })
  rating!: ChecklistRating;

  @Column('timestamptz', { name: 'rated_at' })
  ratedAt!: string;
}
