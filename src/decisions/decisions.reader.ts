import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import type { List } from '../database/statements/gathering.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { DecisionFact, Instant } from '../domain/facts.js';
import { Decision } from './decision.entity.js';

/** A decision with the account it was taken at. */
export type DecisionOfAccount = DecisionFact & { accountId: string };

@Injectable()
export class DecisionsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** One account's observed decisions, latest first. */
  listOfAccount(accountId: string, page: PageArgs): Promise<Connection<Decision>> {
    return this.pages.listOf(
      {
        name: 'decisions',
        columns: select(Decision, 'd'),
        from: sql`decisions d`,
        where: [sql`d.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`d.decided_on`, type: 'date' },
          { by: sql`d.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`d.account_id`,
      accountId,
      page,
    );
  }

  /** The decisions of accounts that were known at an instant, as the rules want them: a list to gather. */
  facts(accountIds: readonly string[], knownAt: Instant): List {
    const rows = sql`SELECT d.account_id AS "accountId", d.id, d.decided_on AS "decidedOn", d.level, d.decided_by_id AS "decidedById", d.approvals
      FROM decisions d
      WHERE d.tenant_id = ${this.transaction.tenantId} AND d.account_id = ANY(${accountIds}::uuid[])
        AND d.recorded_at <= ${knownAt}`;
    return { rows, instants: [] };
  }
}
