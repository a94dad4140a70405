import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { LevelHeld } from '../../domain/facts.js';
import { levelsHeld, type LevelRecorded } from '../../domain/map/levels-held.js';

/** Tells which levels people have held, because what they said counts under the level of that time. */
@Injectable()
export class LevelsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The levels each stakeholder has held, ascending in time. */
  async findLevelsHeld(stakeholderIds: readonly string[]): Promise<Map<string, LevelHeld[]>> {
    const rows = await this.transaction.query<LevelRecorded & { stakeholderId: string }>(
      sql`SELECT t.stakeholder_id AS "stakeholderId", t.level, t.level_basis AS "levelBasis",
            t.level_from AS "levelFrom", t.recorded_at AS "recordedAt"
          FROM stakeholder_states t
          WHERE t.tenant_id = ${this.transaction.tenantId} AND t.stakeholder_id = ANY(${stakeholderIds}::uuid[])
          ORDER BY t.recorded_at, t.id`,
    );
    const byStakeholder = groupBy(rows, ({ stakeholderId }) => stakeholderId);
    return new Map([...byStakeholder].map(([id, records]) => [id, levelsHeld(records)]));
  }
}
