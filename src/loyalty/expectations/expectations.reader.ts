import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { keyBy } from '../../common/batching.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound, type InputPath } from '../../common/errors.js';
import type { Listing } from '../../common/pages/listing.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { type DatedRows, dueListing } from '../due.reader.js';
import type { DuePage } from '../due.types.js';
import { CheckIn } from './confirming/check-in.entity.js';
import { ExpectationRevision } from './expectation-revision.entity.js';
import { Expectation } from './expectation.entity.js';

@Injectable()
export class ExpectationsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** Expectations by id; those of accounts the caller may not see are missing. */
  async findExpectations(ids: readonly string[]): Promise<Map<string, Expectation>> {
    const rows = await this.transaction.query<Expectation>(
      sql`SELECT ${select(Expectation, 'e')} FROM expectations e
          JOIN accounts a ON a.tenant_id = e.tenant_id AND a.id = e.account_id
          WHERE e.tenant_id = ${this.transaction.tenantId} AND e.id = ANY(${ids}::uuid[])`,
    );
    return keyBy(rows, ({ id }) => id);
  }

  async getExpectation(id: string, path: InputPath): Promise<Expectation> {
    const expectation = (await this.findExpectations([id])).get(id.toLowerCase());
    if (!expectation) throw notFound('Expectation', path);
    return expectation;
  }

  /** One account's expectations in the order in which they were first recorded. */
  listOfAccount(
    accountId: string,
    page: PageArgs,
    includeRetired: boolean,
  ): Promise<Connection<Expectation>> {
    const listing: Listing = {
      name: 'expectations',
      columns: select(Expectation, 'e'),
      from: sql`expectations e`,
      where: [
        sql`e.tenant_id = ${this.transaction.tenantId}`,
        ...(includeRetired ? [] : [sql`e.retired_at IS NULL`]),
      ],
      order: [{ by: sql`e.id`, type: 'uuid' }],
      direction: 'ASC',
    };
    return this.pages.listOf(listing, sql`e.account_id`, accountId, page);
  }

  /** What both sides are to look at, the longest due first. */
  listDue({ ownerEmail, before, ...page }: DuePage): Promise<Connection<Expectation>> {
    const rows: DatedRows = {
      name: 'checkInsDue',
      columns: select(Expectation, 'd'),
      table: sql`expectations`,
      day: sql`next_check_in_on`,
    };
    return this.pages.list(dueListing(rows, { ownerEmail, before }, this.transaction), page);
  }

  /** The check-ins of an expectation, latest first. */
  listCheckIns(expectationId: string, page: PageArgs): Promise<Connection<CheckIn>> {
    const listing: Listing = {
      name: 'checkIns',
      columns: select(CheckIn, 'c'),
      from: sql`check_ins c`,
      where: [sql`c.tenant_id = ${this.transaction.tenantId}`],
      order: [
        { by: sql`c.held_at`, type: 'timestamptz' },
        { by: sql`c.id`, type: 'uuid' },
      ],
      direction: 'DESC',
    };
    return this.pages.listOf(listing, sql`c.expectation_id`, expectationId, page);
  }

  /** The wordings of an expectation, latest first. */
  listRevisions(expectationId: string, page: PageArgs): Promise<Connection<ExpectationRevision>> {
    const listing: Listing = {
      name: 'expectationRevisions',
      columns: select(ExpectationRevision, 'r'),
      from: sql`expectation_revisions r`,
      where: [sql`r.tenant_id = ${this.transaction.tenantId}`],
      order: [{ by: sql`r.revision`, type: 'numeric' }],
      direction: 'DESC',
    };
    return this.pages.listOf(listing, sql`r.expectation_id`, expectationId, page);
  }
}
