import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AnswerFact, Instant, InteractionFact } from '../../domain/facts.js';

/** Nothing in the method looks further back; it bounds what a judgement has to read. */
const DAYS_READ = 1095;

type OfAccount<Fact> = Fact & { accountId: string };

/** Reads what people said and when we met them. */
@Injectable()
export class ObservationsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Answers known at an instant, without those that a correction known by then has superseded, by account. */
  async readAnswers(accountIds: readonly string[], knownAt: Instant): Promise<Map<string, AnswerFact[]>> {
    const rows = await this.transaction.query<OfAccount<AnswerFact>>(
      sql`SELECT r.account_id AS "accountId", r.id, r.stakeholder_id AS "stakeholderId", r.instrument, r.measure, r.score,
            r.choice, r.items, r.provenance, r.solicited, r.answered_at AS "answeredAt"
          FROM satisfaction_answers r
          WHERE r.tenant_id = ${this.transaction.tenantId} AND r.account_id = ANY(${accountIds}::uuid[])
            AND r.answered_at > ${knownAt}::timestamptz - make_interval(days => ${DAYS_READ}) AND r.recorded_at <= ${knownAt}
            AND NOT EXISTS (SELECT FROM satisfaction_answers c
                            WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id AND c.recorded_at <= ${knownAt})`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** Contacts known at an instant, by account. */
  async readInteractions(
    accountIds: readonly string[],
    knownAt: Instant,
  ): Promise<Map<string, InteractionFact[]>> {
    const rows = await this.transaction.query<OfAccount<InteractionFact>>(
      sql`SELECT i.account_id AS "accountId", i.id, i.occurred_at AS "occurredAt", i.channel, i.outcome,
            i.logged_by_id AS "loggedById",
            ARRAY(SELECT x.stakeholder_id FROM interaction_stakeholders x
                  WHERE x.tenant_id = i.tenant_id AND x.interaction_id = i.id ORDER BY x.stakeholder_id) AS "stakeholderIds"
          FROM interactions i
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.account_id = ANY(${accountIds}::uuid[])
            AND i.occurred_at > ${knownAt}::timestamptz - make_interval(days => ${DAYS_READ}) AND i.recorded_at <= ${knownAt}`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }
}
