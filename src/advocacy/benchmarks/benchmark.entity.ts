import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PublishedFigures } from '../../domain/advocacy/benchmark/figures.js';
import type { Voice } from '../../domain/advocacy/benchmark/sample.js';

/**
 * A benchmark as it was shown, kept for good: figures once shown cannot be taken back. The voices it was made of are
 * kept to see what has changed since, and are shown to nobody.
 */
@Entity('benchmarks')
@Index('benchmarks_number', ['tenantId', 'segment', 'instrument', 'number'], { unique: true })
export class Benchmark {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'segment' })
  segment!: string;

  @Column('text', { name: 'instrument' })
  instrument!: string;

  /** Counts the benchmarks of a segment and an instrument from 1, so that two at once cannot both be the next one. */
  @Column('int', { name: 'number' })
  number!: number;

  @Column('jsonb', { name: 'figures' })
  figures!: PublishedFigures;

  @Column('jsonb', { name: 'voices' })
  voices!: readonly Voice[];

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: string;
}
