import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound } from '../../common/errors.js';
import { getId } from '../../common/reference.types.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { ChecklistRatingRow } from './checklist-rating.entity.js';
import { ChecklistRound } from './checklist-round.entity.js';

@Injectable()
export class ChecklistRoundsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** Rounds, the latest day first. */
  listRounds(page: PageArgs): Promise<Connection<ChecklistRound>> {
    return this.pages.list(
      {
        name: 'checklistRounds',
        columns: select(ChecklistRound, 'c'),
        from: sql`checklist_rounds c`,
        where: [sql`c.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`c.opened_on`, type: 'date' },
          { by: sql`c.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      page,
    );
  }

  /** The round with the latest day; null before the first one. */
  findLatest(): Promise<ChecklistRound | null> {
    return this.findOne(sql`ORDER BY c.opened_on DESC, c.id DESC LIMIT 1`);
  }

  /** NOT_FOUND if there is no such round. */
  async getRound(id: string): Promise<ChecklistRound> {
    return found(await this.findOne(sql`AND c.id = ${getId(id, 'round')}`));
  }

  /** As `getRound`; nobody closes it before this operation has ended. */
  async getRoundToRate(id: string): Promise<ChecklistRound> {
    return found(await this.findOne(sql`AND c.id = ${getId(id, 'round')} FOR SHARE`));
  }

  /** The ratings of each of these rounds, superseded ones among them. */
  async findRatings(roundIds: readonly string[]): Promise<Map<string, ChecklistRatingRow[]>> {
    const rows = await this.transaction.query<ChecklistRatingRow>(
      sql`SELECT ${select(ChecklistRatingRow, 'r')} FROM checklist_ratings r
          WHERE r.tenant_id = ${this.transaction.tenantId} AND r.round_id = ANY(${roundIds}::uuid[])
          ORDER BY r.rated_at, r.id`,
    );
    return groupBy(rows, ({ roundId }) => roundId);
  }

  private findOne(end: Sql): Promise<ChecklistRound | null> {
    return this.transaction.one<ChecklistRound>(
      sql`SELECT ${select(ChecklistRound, 'c')} FROM checklist_rounds c
          WHERE c.tenant_id = ${this.transaction.tenantId} ${end}`,
    );
  }
}

function found(round: ChecklistRound | null): ChecklistRound {
  if (!round) throw notFound('ChecklistRound', ['round']);
  return round;
}
