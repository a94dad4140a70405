import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Asked } from '../common/asked/asked.js';
import { groupBy } from '../common/batching.js';
import type { List } from '../database/statements/gathering.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { Instant, TeamMemberFact } from '../domain/facts.js';
import { findLinkedStakeholders } from '../stakeholders/stakeholders.reader.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { TeamMember } from './team-member.entity.js';

/** One of our people with the account. */
export type MemberOfAccount = TeamMemberFact & { accountId: string };

@Injectable()
export class TeamReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Who of our people is on each account now, the leader first, by account. */
  async findTeams(accountIds: readonly string[]): Promise<Map<string, TeamMember[]>> {
    const { tenantId, today } = this.transaction;
    const rows = await this.transaction.query<TeamMember>(
      sql`SELECT ${select(TeamMember, 't')} FROM team_members t
          WHERE t.tenant_id = ${tenantId} AND t.account_id = ANY(${accountIds}::uuid[])
            AND t.since <= ${today} AND (t.until IS NULL OR t.until >= ${today})
          ORDER BY t.leader DESC, t.since, t.id`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** Whom each member looks after. */
  findCounterparts(memberIds: readonly string[], asked: Asked): Promise<Map<string, Stakeholder[]>> {
    return findLinkedStakeholders(
      this.transaction,
      { table: sql`counterparts`, record: sql`member_id` },
      memberIds,
      asked,
    );
  }

  /** The membership of one of our people that has not ended. */
  findMember(accountId: string, userId: string): Promise<TeamMember | null> {
    return this.transaction.one<TeamMember>(
      sql`SELECT ${select(TeamMember, 't')} FROM team_members t
          WHERE t.tenant_id = ${this.transaction.tenantId} AND t.account_id = ${accountId} AND t.user_id = ${userId}
            AND t.until IS NULL`,
    );
  }

  /** The teams of accounts, former members among them, as the rules want them: a list to gather. */
  facts(accountIds: readonly string[], knownAt: Instant): List {
    const rows = sql`SELECT t.account_id AS "accountId", t.id, t.user_id AS "userId", t.function AS "ourFunction",
        t.leader AS "isLeader", t.since, t.until,
        ARRAY(SELECT x.stakeholder_id FROM counterparts x
              WHERE x.tenant_id = t.tenant_id AND x.member_id = t.id ORDER BY x.stakeholder_id) AS "counterpartIds"
      FROM team_members t
      WHERE t.tenant_id = ${this.transaction.tenantId} AND t.account_id = ANY(${accountIds}::uuid[])
        AND t.recorded_at <= ${knownAt}`;
    return { rows, instants: [] };
  }
}
