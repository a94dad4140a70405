import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { daysBefore } from '../../domain/instants.js';
import { POINTS_OF_CONNECTION } from '../../domain/instruments/built-in.js';
import { criteriaOverDepartments } from '../../domain/loyalty/scorecard/internal-report.js';
import type { RatedAnswer } from '../../domain/loyalty/scorecard/ratings.js';
import { SCORECARD_METHOD } from '../../domain/loyalty/scorecard/scorecard-method.js';
import { scorecardInWords } from '../../domain/loyalty/scorecard/scorecard-sentence.js';
import {
  type KnownPerson,
  scorecardOf,
  type ScorecardFacts,
} from '../../domain/loyalty/scorecard/scorecard.js';
import { levelAt } from '../../domain/map/levels-held.js';
import { AccountKind, Provenance } from '../../domain/terms.js';
import { LevelsReader } from '../../stakeholders/seats/levels.reader.js';
import type { InternalReport, Scorecard } from './scorecards.types.js';

type OfAccount<Row> = Row & { accountId: string };

/** Shows how people rate the points of connection, account by account and over our departments. */
@Injectable()
export class ScorecardsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly levels: LevelsReader,
  ) {}

  /** The scorecards of accounts as of now, by account. */
  async findScorecards(accountIds: readonly string[]): Promise<Map<string, Scorecard>> {
    const facts = await this.readFacts(accountIds);
    return new Map([...facts].map(([accountId, ofAccount]) => [accountId, this.show(ofAccount)]));
  }

  /** All departments that the caller may see. */
  async readReport(): Promise<InternalReport> {
    const facts = await this.readFacts(await this.findDepartments());
    const { now } = this.transaction;
    const departments = [...facts].map(([accountId, ofAccount]) => ({
      accountId,
      scorecard: scorecardOf(ofAccount, now),
    }));
    const all = [...facts.values()];
    return {
      count: departments.length,
      heardCount: departments.filter(({ scorecard }) => scorecard.heard > 0).length,
      together: this.show({
        people: all.flatMap(({ people }) => people),
        answers: all.flatMap(({ answers }) => answers),
      }),
      criteria: criteriaOverDepartments(departments),
    };
  }

  private show(facts: ScorecardFacts): Scorecard {
    const { period, ...scorecard } = scorecardOf(facts, this.transaction.now);
    return { ...scorecard, ...period, reading: scorecardInWords(scorecard) };
  }

  private async readFacts(accountIds: readonly string[]): Promise<Map<string, ScorecardFacts>> {
    const people = groupBy(await this.findPeople(accountIds), ({ accountId }) => accountId);
    const answers = groupBy(await this.findAnswers(accountIds), ({ accountId }) => accountId);
    return new Map(
      accountIds.map((id) => [id, { people: people.get(id) ?? [], answers: answers.get(id) ?? [] }]),
    );
  }

  private async findDepartments(): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT a.id FROM accounts a
          WHERE a.tenant_id = ${this.transaction.tenantId} AND a.kind = ${AccountKind.INTERNAL} ORDER BY a.name, a.id`,
    );
    return rows.map(({ id }) => id);
  }

  private findPeople(accountIds: readonly string[]): Promise<OfAccount<KnownPerson>[]> {
    const { tenantId, today } = this.transaction;
    return this.transaction.query(
      sql`SELECT s.account_id AS "accountId", s.id, s.level FROM stakeholders s
          WHERE s.tenant_id = ${tenantId} AND s.account_id = ANY(${accountIds}::uuid[])
            AND (s.started_on IS NULL OR s.started_on <= ${today}) AND (s.ended_on IS NULL OR s.ended_on >= ${today})
          ORDER BY s.id`,
    );
  }

  private async findAnswers(accountIds: readonly string[]): Promise<OfAccount<RatedAnswer>[]> {
    const { tenantId, now } = this.transaction;
    const since = daysBefore(now, 2 * SCORECARD_METHOD.halfYearDays + 1);
    const rows = await this.transaction.query<OfAccount<Omit<RatedAnswer, 'level'>>>(
      sql`SELECT r.account_id AS "accountId", r.id, r.stakeholder_id AS "stakeholderId", r.answered_at AS "answeredAt", r.items
          FROM satisfaction_answers r
          WHERE r.tenant_id = ${tenantId} AND r.account_id = ANY(${accountIds}::uuid[])
            AND r.instrument = ${POINTS_OF_CONNECTION.code} AND r.provenance = ${Provenance.CUSTOMER_STATED}
            AND r.answered_at BETWEEN ${since} AND ${now} AND r.items IS NOT NULL
            AND NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)`,
    );
    const held = await this.levels.findLevelsHeld([
      ...new Set(rows.map(({ stakeholderId }) => stakeholderId)),
    ]);
    return rows.map((row) => ({ ...row, level: levelAt(held.get(row.stakeholderId) ?? [], row.answeredAt) }));
  }
}
