import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { groupBy } from '../../../common/batching.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { AnswerFact, Instant, InteractionFact } from '../../../domain/facts.js';
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

const ANSWER: Sql = sql`r.account_id AS "accountId", r.id, r.stakeholder_id AS "stakeholderId", r.instrument, r.measure,
  r.score, r.choice, r.items, r.provenance, r.solicited, r.answered_at AS "answeredAt"`;

/** Given since then, known at the instant, and not superseded by what was known then. */
function standing(knownAt: Instant, since: Instant): Sql {
  return sql`r.answered_at > ${since} AND r.recorded_at <= ${knownAt}
    AND NOT EXISTS (SELECT FROM satisfaction_answers c
                    WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id AND c.recorded_at <= ${knownAt})`;
}

type OfAccount<Fact> = Fact & { accountId: string };

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
      sql`SELECT ${ANSWER} FROM satisfaction_answers r
          WHERE r.tenant_id = ${this.transaction.tenantId} AND r.account_id = ANY(${accountIds}::uuid[])
            AND ${standing(knownAt, since)}`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /**
   * Of these answers those that count for a judgement (`answersThatCount`), found one by one through an index: as many
   * as there are people, instruments and changes of level, however many answers an account has given. The last ones are
   * bounded as rows, not column by column: so only the index that has all three columns gives them in the order asked for.
   * @param cuts the instants up to which the latest answer counts, whoever gave it.
   */
  async readAnswersThatCount(
    accountIds: readonly string[],
    knownAt: Instant,
    cuts: readonly Instant[],
  ): Promise<Map<string, AnswerFact[]>> {
    const { tenantId } = this.transaction;
    const since = lookedBackTo(knownAt);
    // Most people have so few answers that sorting them looks as cheap as the index, until one has a hundred thousand.
    const unsorted = this.transaction.query(sql`SELECT set_config('enable_sort', 'off', true)`);
    const reading = this.transaction.query<OfAccount<AnswerFact>>(
      sql`WITH RECURSIVE series AS (
            SELECT s.id, first.* FROM stakeholders s CROSS JOIN LATERAL (
              SELECT r.instrument, r.provenance FROM satisfaction_answers r
              WHERE r.tenant_id = ${tenantId} AND r.stakeholder_id = s.id
              ORDER BY r.instrument, r.provenance LIMIT 1) first
            WHERE s.tenant_id = ${tenantId} AND s.account_id = ANY(${accountIds}::uuid[])
            UNION ALL
            SELECT series.id, next.* FROM series CROSS JOIN LATERAL (
              SELECT r.instrument, r.provenance FROM satisfaction_answers r
              WHERE r.tenant_id = ${tenantId} AND r.stakeholder_id = series.id
                AND (r.instrument, r.provenance) > (series.instrument, series.provenance)
              ORDER BY r.instrument, r.provenance LIMIT 1) next)
          SELECT DISTINCT ON (last.id) last.* FROM series
          CROSS JOIN LATERAL (
            SELECT unnest(${cuts}::timestamptz[]) AS until UNION
            SELECT t.level_from - interval '1 millisecond' FROM stakeholder_states t
            WHERE t.tenant_id = ${tenantId} AND t.stakeholder_id = series.id AND t.level_from IS NOT NULL) cut
          CROSS JOIN LATERAL (
            SELECT ${ANSWER} FROM satisfaction_answers r
            WHERE r.tenant_id = ${tenantId} AND r.stakeholder_id = series.id
              AND (r.instrument, r.provenance, r.answered_at) <= (series.instrument, series.provenance, cut.until)
              AND (r.instrument, r.provenance, r.answered_at) > (series.instrument, series.provenance, ${since})
              AND ${standing(knownAt, since)}
            ORDER BY r.instrument DESC, r.provenance DESC, r.answered_at DESC, r.id DESC LIMIT 1) last`,
    );
    const asBefore = this.transaction.query(sql`SELECT set_config('enable_sort', 'on', true)`);
    const [, rows] = await Promise.all([unsorted, reading, asBefore]);
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** Answers that a correction known by now has superseded, by account. */
  async readCorrected(
    accountIds: readonly string[],
    since: Instant,
  ): Promise<Map<string, CorrectedAnswer[]>> {
    const { tenantId, now } = this.transaction;
    const rows = await this.transaction.query<CorrectedAnswer>(
      sql`SELECT ${ANSWER}, c.answered_at AS "correctedAt" FROM satisfaction_answers r
          JOIN satisfaction_answers c ON c.tenant_id = r.tenant_id AND c.supersedes_id = r.id
          WHERE r.tenant_id = ${tenantId} AND r.account_id = ANY(${accountIds}::uuid[])
            AND r.answered_at > ${since} AND r.recorded_at <= ${now} AND c.recorded_at <= ${now}`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** Contacts known at an instant, by account. */
  async readInteractions(
    accountIds: readonly string[],
    knownAt: Instant,
    since: Instant,
  ): Promise<Map<string, InteractionFact[]>> {
    const rows = await this.transaction.query<OfAccount<InteractionFact>>(
      sql`SELECT i.account_id AS "accountId", i.id, i.occurred_at AS "occurredAt", i.channel, i.outcome,
            i.logged_by_id AS "loggedById",
            ARRAY(SELECT x.stakeholder_id FROM interaction_stakeholders x
                  WHERE x.tenant_id = i.tenant_id AND x.interaction_id = i.id ORDER BY x.stakeholder_id) AS "stakeholderIds"
          FROM interactions i
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.account_id = ANY(${accountIds}::uuid[])
            AND i.occurred_at > ${since} AND i.recorded_at <= ${knownAt}`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }
}
