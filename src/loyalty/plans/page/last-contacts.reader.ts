import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { Instant } from '../../../domain/facts.js';

/** Tells when people were last in contact, from what was logged. */
@Injectable()
export class LastContactsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Our last contact with each stakeholder; who was never met is missing. */
  async findOfStakeholders(stakeholderIds: readonly string[]): Promise<Map<string, Instant>> {
    const { tenantId, now } = this.transaction;
    const rows = await this.transaction.query<{ id: string; at: Instant }>(
      sql`SELECT x.stakeholder_id AS id, max(i.occurred_at) AS at
          FROM interaction_stakeholders x
          JOIN interactions i ON i.tenant_id = x.tenant_id AND i.id = x.interaction_id
          WHERE x.tenant_id = ${tenantId} AND x.stakeholder_id = ANY(${stakeholderIds}::uuid[]) AND i.occurred_at <= ${now}
          GROUP BY x.stakeholder_id`,
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** The last contact that each member of a team logged with their account; who logged none is missing. */
  async findOfMembers(memberIds: readonly string[]): Promise<Map<string, Instant>> {
    const { tenantId, now } = this.transaction;
    const rows = await this.transaction.query<{ id: string; at: Instant }>(
      sql`SELECT t.id, max(i.occurred_at) AS at
          FROM team_members t
          JOIN interactions i ON i.tenant_id = t.tenant_id AND i.account_id = t.account_id AND i.logged_by_id = t.user_id
          WHERE t.tenant_id = ${tenantId} AND t.id = ANY(${memberIds}::uuid[]) AND i.occurred_at <= ${now}
          GROUP BY t.id`,
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}
