import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A database that takes longer than this to say a word (milliseconds) is of no use to a request either. */
const PATIENCE_MS = 2_000;

/** PostgreSQL's code for a table that is not there. */
const NO_SUCH_TABLE = '42P01';

/** Knows whether this process should be sent requests. */
@Injectable()
export class ReadinessService {
  private leaving = false;

  constructor(private readonly dataSource: DataSource) {}

  /** From now on no new requests are wanted; those under way are finished. */
  leave(): void {
    this.leaving = true;
  }

  /** Why requests should go elsewhere, as a sentence; null when they are welcome. */
  async findObstacle(): Promise<string | null> {
    if (this.leaving) return 'The service is stopping.';
    try {
      await withinPatience(this.dataSource.query('SELECT id FROM tenants LIMIT 1'));
      return null;
    } catch (error) {
      const { code } = error as { code?: string };
      return code === NO_SUCH_TABLE ? 'The database is not migrated.' : 'The database does not answer.';
    }
  }
}

async function withinPatience(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), PATIENCE_MS);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
