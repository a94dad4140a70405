import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { groupBy, keyBy } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { notFound } from '../common/errors.js';
import { when } from '../common/pages/pages.js';
import type { List } from '../database/statements/gathering.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { CalendarDate, CommitmentFact, Instant } from '../domain/facts.js';
import type { CommitmentStatus } from '../domain/terms.js';
import { findLinkedStakeholders } from '../stakeholders/stakeholders.reader.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Commitment } from './commitment.entity.js';

/** A promise with the account it was made to. */
export type CommitmentOfAccount = CommitmentFact & { accountId: string };

@Injectable()
export class CommitmentsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** Promises by id; those to accounts the caller may not see are missing. */
  async findCommitments(ids: readonly string[]): Promise<Map<string, Commitment>> {
    const rows = await this.transaction.query<Commitment>(
      sql`SELECT ${select(Commitment, 'c')} FROM commitments c
          JOIN accounts a ON a.tenant_id = c.tenant_id AND a.id = c.account_id
          WHERE c.tenant_id = ${this.transaction.tenantId} AND c.id = ANY(${ids}::uuid[])`,
    );
    return keyBy(rows, ({ id }) => id);
  }

  async getCommitment(id: string): Promise<Commitment> {
    const commitment = (await this.findCommitments([id])).get(id);
    if (!commitment) throw notFound('Commitment', ['id']);
    return commitment;
  }

  /** One account's promises, the one due last first. */
  listOfAccount(
    accountId: string,
    page: PageArgs,
    status: CommitmentStatus | null | undefined,
  ): Promise<Connection<Commitment>> {
    return this.pages.listOf(
      {
        name: 'commitments',
        columns: select(Commitment, 'c'),
        from: sql`commitments c`,
        where: [
          sql`c.tenant_id = ${this.transaction.tenantId}`,
          ...when(status, (wanted) => sql`${this.statusToday()} = ${wanted}`),
        ],
        order: [
          { by: sql`c.due_on`, type: 'date' },
          { by: sql`c.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`c.account_id`,
      accountId,
      page,
    );
  }

  /** To whom promises were made. */
  findRecipients(commitmentIds: readonly string[]): Promise<Map<string, Stakeholder[]>> {
    return findLinkedStakeholders(
      this.transaction,
      { table: sql`commitment_recipients`, record: sql`commitment_id` },
      commitmentIds,
    );
  }

  /** The promises of accounts as they were known at an instant, as the rules want them. */
  async readFacts(accountIds: readonly string[], knownAt: Instant): Promise<Map<string, CommitmentFact[]>> {
    const rows = await this.transaction.query<CommitmentOfAccount>(this.facts(accountIds, knownAt).rows);
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** The same as a list to gather beside others. */
  facts(accountIds: readonly string[], knownAt: Instant): List {
    const rows = this.factsWhere(sql`c.account_id = ANY(${accountIds}::uuid[])`, knownAt);
    return { rows, instants: ['madeAt', 'settledAt'] };
  }

  /** The promises due since a day, on all accounts the caller may see, as the rules want them. */
  async readFactsDueSince(day: CalendarDate): Promise<CommitmentFact[]> {
    const visible = sql`c.account_id IN (SELECT a.id FROM accounts a WHERE a.tenant_id = ${this.transaction.tenantId})`;
    return this.transaction.query<CommitmentOfAccount>(
      this.factsWhere(sql`c.due_on >= ${day} AND ${visible}`, this.transaction.now),
    );
  }

  private factsWhere(condition: Sql, knownAt: Instant): Sql {
    return sql`SELECT c.account_id AS "accountId", c.id, c.promise, c.owner_id AS "ownerId",
        c.made_at AS "madeAt", c.due_on AS "dueOn",
        CASE WHEN c.settlement_recorded_at <= ${knownAt} THEN c.settled END AS settled,
        CASE WHEN c.settlement_recorded_at <= ${knownAt} THEN c.settled_at END AS "settledAt",
        ARRAY(SELECT x.stakeholder_id FROM commitment_recipients x
              WHERE x.tenant_id = c.tenant_id AND x.commitment_id = c.id ORDER BY x.stakeholder_id) AS "madeToIds"
      FROM commitments c
      WHERE c.tenant_id = ${this.transaction.tenantId} AND ${condition} AND c.recorded_at <= ${knownAt}`;
  }

  /** What `commitmentStatusAt` says today, for a list to choose by. */
  private statusToday(): Sql {
    const overdue = sql`${this.transaction.today}::date > c.due_on`;
    return sql`CASE WHEN c.settled IS NULL THEN CASE WHEN ${overdue} THEN 'BROKEN' ELSE 'OPEN' END
      WHEN c.settled = 'RENEGOTIATED' AND (c.settled_at AT TIME ZONE 'UTC')::date > c.due_on THEN 'BROKEN' ELSE c.settled END`;
  }
}
