import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { byAccount, type OfAccount } from './by-account.js';
import type { List } from '../../../database/statements/gathering.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { AnswerFact, Instant } from '../../../domain/facts.js';
import { daysBefore } from '../../../domain/instants.js';

/** Nothing in the method looks further back; it bounds what a judgement has to read. */
const DAYS_READ = 1095;

/** The instant after which observations can matter to a judgement at another. */
export function lookedBackTo(at: Instant): Instant {
  return daysBefore(at, DAYS_READ);
}

/** An answer that a correction took the place of, and when the answer that did so was given. */
export interface CorrectedAnswer extends AnswerFact {
  readonly accountId: string;
  readonly correctedAt: Instant;
}

/** The columns of an answer as the rules want it; `r` names the answers in the statement. */
export const ANSWER_FACT: Sql = sql`r.account_id AS "accountId", r.id, r.stakeholder_id AS "stakeholderId", r.instrument,
  r.measure, r.score, r.choice, r.items, r.provenance, r.solicited, r.answered_at AS "answeredAt"`;

/** Given since then, known at the instant, and not superseded by what was known then. */
export function standing(knownAt: Instant, since: Instant): Sql {
  return sql`r.answered_at > ${since} AND r.recorded_at <= ${knownAt}
    AND NOT EXISTS (SELECT FROM satisfaction_answers c
                    WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id AND c.recorded_at <= ${knownAt})`;
}

/** Reads what people said and when we met them. */
@Injectable()
export class ObservationsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Answers known at an instant, without those that a correction known by then has superseded, by account. */
  async readAnswers(
    accountIds: readonly string[],
    knownAt: Instant,
    since: Instant,
  ): Promise<Map<string, AnswerFact[]>> {
    const rows = await this.transaction.query<OfAccount<AnswerFact>>(
      sql`SELECT ${ANSWER_FACT} FROM satisfaction_answers r
          WHERE r.tenant_id = ${this.transaction.tenantId} AND r.account_id = ANY(${accountIds}::uuid[])
            AND ${standing(knownAt, since)}`,
    );
    return byAccount(rows);
  }

  /** Answers that a correction known by now has superseded, by account. */
  async readCorrected(
    accountIds: readonly string[],
    since: Instant,
  ): Promise<Map<string, CorrectedAnswer[]>> {
    const { tenantId, now } = this.transaction;
    const rows = await this.transaction.query<CorrectedAnswer>(
      sql`SELECT ${ANSWER_FACT}, c.answered_at AS "correctedAt" FROM satisfaction_answers r
          JOIN satisfaction_answers c ON c.tenant_id = r.tenant_id AND c.supersedes_id = r.id
          WHERE r.tenant_id = ${tenantId} AND r.account_id = ANY(${accountIds}::uuid[])
            AND r.answered_at > ${since} AND r.recorded_at <= ${now} AND c.recorded_at <= ${now}`,
    );
    return byAccount(rows);
  }

  /** Contacts known at an instant, to gather beside others. */
  interactions(accountIds: readonly string[], knownAt: Instant, since: Instant): List {
    const rows = sql`SELECT i.account_id AS "accountId", i.id, i.occurred_at AS "occurredAt", i.channel, i.outcome,
        i.logged_by_id AS "loggedById",
        ARRAY(SELECT x.stakeholder_id FROM interaction_stakeholders x
              WHERE x.tenant_id = i.tenant_id AND x.interaction_id = i.id ORDER BY x.stakeholder_id) AS "stakeholderIds"
      FROM interactions i
      WHERE i.tenant_id = ${this.transaction.tenantId} AND i.account_id = ANY(${accountIds}::uuid[])
        AND i.occurred_at > ${since} AND i.recorded_at <= ${knownAt}`;
    return { rows, instants: ['occurredAt'] };
  }
}
