import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { keyBy } from '../../../common/batching.js';
import { gather, type Gathered, type List, type Lists } from '../../../database/statements/gathering.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { AnswerFact, Instant } from '../../../domain/facts.js';
import type { OfAccount } from './by-account.js';
import { ANSWER_FACT, lookedBackTo, standing } from './observations.reader.js';

/** Of which accounts, known when, and the instants up to which the latest answer counts, whoever gave it. */
export interface AnswersWanted {
  accountIds: readonly string[];
  knownAt: Instant;
  cuts: readonly Instant[];
}

interface Answers {
  answers: OfAccount<AnswerFact>;
}

/** Finds the answers that count for a judgement. */
@Injectable()
export class LatestAnswersReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** By themselves. */
  async read(wanted: AnswersWanted): Promise<OfAccount<AnswerFact>[]> {
    return (await this.gatherWith(wanted, {})).answers;
  }

  /**
   * Together with other lists, as `answers` beside them. Most people have so few answers that sorting them looks as cheap
   * to the planner as the index, until one has a hundred thousand: so the statement is planned while sorting is frowned
   * upon, and says itself that this is over. Nobody else's statement comes between the two, which are sent at once.
   */
  async gatherWith<Rows>(wanted: AnswersWanted, lists: Lists<Rows>): Promise<Gathered<Rows & Answers>> {
    const unsorted = this.transaction.query(raw('SET LOCAL enable_sort = off'));
    const answers: List = { rows: this.answers(wanted), instants: ['answeredAt'] };
    const all = { ...lists, answers } as Lists<Rows & Answers>;
    const reading = gather<Rows & Answers>(this.transaction, all, [
      sql`set_config('enable_sort', 'on', true) AS sorting`,
    ]);
    const [, found] = await Promise.all([unsorted, reading]);
    // One answer can be the latest before several changes of level.
    return { ...found, answers: [...keyBy(found.answers, ({ id }) => id).values()] };
  }

  /**
   * Of all answers those that count (`answersThatCount`), found one by one through an index: as many as there are people,
   * instruments and changes of level, however many answers an account has given. The last ones are bounded as rows, not
   * column by column: so only the index that has all three columns gives them in the order asked for. Where the latest
   * answer was given before a cut, it is the latest before that cut too, and none has to be looked for.
   */
  private answers({ accountIds, knownAt, cuts }: AnswersWanted): Sql {
    const { tenantId } = this.transaction;
    return sql`WITH RECURSIVE seats AS (
        SELECT s.id, ${cuts}::timestamptz[] || changes.cuts AS cuts, greatest(${[...cuts].sort().at(-1)}::timestamptz, changes.last) AS until
        FROM stakeholders s CROSS JOIN LATERAL (
          SELECT array_agg(t.level_from - interval '1 millisecond') AS cuts, max(t.level_from) - interval '1 millisecond' AS last
          FROM stakeholder_states t
          WHERE t.tenant_id = ${tenantId} AND t.stakeholder_id = s.id AND t.level_from IS NOT NULL) changes
        WHERE s.tenant_id = ${tenantId} AND s.account_id = ANY(${accountIds}::uuid[])),
      series AS (
        SELECT s.id AS seat, s.cuts, s.until, first.* FROM seats s CROSS JOIN LATERAL (
          SELECT r.instrument, r.provenance FROM satisfaction_answers r
          WHERE r.tenant_id = ${tenantId} AND r.stakeholder_id = s.id
          ORDER BY r.instrument, r.provenance LIMIT 1) first
        UNION ALL
        SELECT s.seat, s.cuts, s.until, next.* FROM series s CROSS JOIN LATERAL (
          SELECT r.instrument, r.provenance FROM satisfaction_answers r
          WHERE r.tenant_id = ${tenantId} AND r.stakeholder_id = s.seat
            AND (r.instrument, r.provenance) > (s.instrument, s.provenance)
          ORDER BY r.instrument, r.provenance LIMIT 1) next),
      latest AS (
        SELECT s.seat, s.cuts, last.* FROM series s CROSS JOIN LATERAL (${this.lastUntil(sql`s.until`, knownAt)}) last)
      SELECT ${ANSWER_FACT} FROM latest r
      UNION ALL
      SELECT ${ANSWER_FACT} FROM latest s CROSS JOIN LATERAL unnest(s.cuts) AS cut(until)
      CROSS JOIN LATERAL (${this.lastUntil(sql`cut.until`, knownAt)}) r WHERE cut.until < s.answered_at`;
  }

  /** The last answer of a series `s` up to an instant. */
  private lastUntil(until: Sql, knownAt: Instant): Sql {
    const since = lookedBackTo(knownAt);
    return sql`SELECT r.account_id, r.id, r.stakeholder_id, r.instrument, r.measure, r.score, r.choice, r.items, r.provenance,
        r.solicited, r.answered_at
      FROM satisfaction_answers r
      WHERE r.tenant_id = ${this.transaction.tenantId} AND r.stakeholder_id = s.seat
        AND (r.instrument, r.provenance, r.answered_at) <= (s.instrument, s.provenance, ${until})
        AND (r.instrument, r.provenance, r.answered_at) > (s.instrument, s.provenance, ${since})
        AND ${standing(knownAt, since)}
      ORDER BY r.instrument DESC, r.provenance DESC, r.answered_at DESC, r.id DESC LIMIT 1`;
  }
}
