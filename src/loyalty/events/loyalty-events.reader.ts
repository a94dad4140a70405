import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { accountConditions } from '../../accounts/account-filter.reader.js';
import type { AccountFilter } from '../../accounts/accounts.inputs.js';
import { when } from '../../common/pages/pages.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { CalendarDate } from '../../domain/facts.js';
import type { LoyaltyEventFact } from '../../domain/loyalty/outcome.js';
import { AccountKind } from '../../domain/terms.js';

/** Which of the events that stand; all conditions must hold, and one that is left out admits all. */
export interface StandingEventsWanted {
  /** Of these accounts. */
  accountIds?: readonly string[];
  /** Of the accounts of this filter. */
  filter?: AccountFilter | null;
  /** Happened on this day or later. */
  from?: CalendarDate;
  /** Happened on this day or earlier. */
  to?: CalendarDate;
}

@Injectable()
export class LoyaltyEventsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The events of customers that no correction has superseded or withdrawn, oldest first. */
  readStanding(wanted: StandingEventsWanted): Promise<LoyaltyEventFact[]> {
    const { tenantId } = this.transaction;
    const conditions: Sql[] = [
      sql`e.tenant_id = ${tenantId}`,
      sql`a.kind <> ${AccountKind.INTERNAL}`,
      sql`NOT e.withdrawn`,
      sql`NOT EXISTS (SELECT 1 FROM loyalty_events c WHERE c.tenant_id = e.tenant_id AND c.supersedes_id = e.id)`,
      ...when(wanted.accountIds, (ids) => sql`e.account_id = ANY(${ids}::uuid[])`),
      ...when(wanted.from, (day) => sql`e.occurred_on >= ${day}`),
      ...when(wanted.to, (day) => sql`e.occurred_on <= ${day}`),
      ...accountConditions(wanted.filter, tenantId),
    ];
    return this.transaction.query<LoyaltyEventFact>(
      sql`SELECT e.id, e.account_id AS "accountId", e.kind, e.occurred_on AS "occurredOn",
            e.amount::text AS amount, e.currency
          FROM loyalty_events e
          JOIN accounts a ON a.tenant_id = e.tenant_id AND a.id = e.account_id
          LEFT JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
          WHERE ${join(conditions, ' AND ')}
          ORDER BY e.occurred_on, e.id`,
    );
  }
}
