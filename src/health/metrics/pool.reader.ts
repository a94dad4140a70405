import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** The connections of this process to the database. */
export interface PoolState {
  readonly inUse: number;
  readonly idle: number;
  /** Operations that wait for a connection. */
  readonly waiting: number;
}

/** Looks at the pool itself, without asking the database. */
@Injectable()
export class PoolReader {
  constructor(private readonly dataSource: DataSource) {}

  get state(): PoolState {
    const { master } = this.dataSource.driver as unknown as { readonly master: Pool };
    const { totalCount, idleCount, waitingCount } = master;
    return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }
}
