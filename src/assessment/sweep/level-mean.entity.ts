import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../database/columns.js';
import { OrganisationLevel } from '../../domain/terms.js';

/**
 * How satisfied a tenant's stakeholders of a level are on average: the centre few answers are drawn towards. One row per
 * change, so that a past day can be judged as it was.
 */
@Entity('level_means')
@Check('level_means_level', oneOf('level', OrganisationLevel))
export class LevelMean {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('text', { name: 'level' })
  level!: OrganisationLevel;

  /** 0-100. */
  @Column('float8', { name: 'mean' })
  mean!: number;

  /** Stakeholders of the level that were heard. */
  @Column('int', { name: 'heard' })
  heard!: number;

  @PrimaryColumn('timestamptz', { name: 'computed_at' })
  computedAt!: string;
}
