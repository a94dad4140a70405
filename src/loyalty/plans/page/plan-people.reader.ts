import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { OurPerson, PromiseOnPage, TheirPerson } from '../../../domain/loyalty/plans/page/page-facts.js';
import { commitmentStatusAt } from '../../../domain/promises/commitment-status.js';
import { LastContactsReader } from './last-contacts.reader.js';

/** More people than this are read for no page: it shows the foremost few and counts the others. */
const MOST_PEOPLE = 1_000;

/** Reads who stands on both sides of a relationship, and what we owe, as the page of a plan shows it. */
@Injectable()
export class PlanPeopleReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly contacts: LastContactsReader,
  ) {}

  /** The people of the account who are there now. */
  async readTheirs(accountId: string): Promise<TheirPerson[]> {
    const { tenantId, today } = this.transaction;
    const rows = await this.transaction.query<TheirPerson & { id: string }>(
      sql`SELECT s.id, p.full_name AS name, s.title, s.level, s.roles FROM stakeholders s
          JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
          WHERE s.tenant_id = ${tenantId} AND s.account_id = ${accountId}
            AND (s.started_on IS NULL OR s.started_on <= ${today}) AND (s.ended_on IS NULL OR s.ended_on >= ${today})
          ORDER BY s.id LIMIT ${MOST_PEOPLE}`,
    );
    const contacts = await this.contacts.findOfStakeholders(rows.map(({ id }) => id));
    return rows.map(({ id, ...person }) => ({ ...person, lastContactAt: contacts.get(id) ?? null }));
  }

  /** Our people on the account now, the leader first. */
  async readOurs(accountId: string): Promise<OurPerson[]> {
    const { tenantId, today } = this.transaction;
    const rows = await this.transaction.query<OurPerson & { id: string }>(
      sql`SELECT t.id, u.name, t.function AS "ourFunction", t.leader AS "isLeader" FROM team_members t
          JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.user_id
          WHERE t.tenant_id = ${tenantId} AND t.account_id = ${accountId}
            AND t.since <= ${today} AND (t.until IS NULL OR t.until >= ${today})
          ORDER BY t.leader DESC, t.since, t.id`,
    );
    const contacts = await this.contacts.findOfMembers(rows.map(({ id }) => id));
    return rows.map(({ id, ...person }) => ({ ...person, lastContactAt: contacts.get(id) ?? null }));
  }

  /** Our promises that were not settled yet, the earliest due first. */
  async readPromises(accountId: string): Promise<PromiseOnPage[]> {
    const { tenantId, now } = this.transaction;
    const rows = await this.transaction.query<Omit<PromiseOnPage, 'status'>>(
      sql`SELECT c.promise, c.due_on AS "dueOn", u.name AS owner FROM commitments c
          LEFT JOIN users u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id
          WHERE c.tenant_id = ${tenantId} AND c.account_id = ${accountId} AND c.settled IS NULL
          ORDER BY c.due_on, c.id`,
    );
    return rows.map((row) => ({
      ...row,
      status: commitmentStatusAt({ ...row, settled: null, settledAt: null }, now),
    }));
  }
}
