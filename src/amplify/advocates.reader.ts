import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { MethodReader } from '../assessment/judging/method.reader.js';
import { keyBy } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import type { Listing } from '../common/pages/listing.js';
import { when } from '../common/pages/pages.js';
import { PagesReader } from '../database/pages.reader.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { AdvocacyMethod } from '../domain/advocacy/advocacy-method.js';
import { AdvocateStatus } from '../domain/advocacy/terms.js';
import { Measure, ProblemStatus, Provenance } from '../domain/terms.js';
import type { Advocate } from './advocates.types.js';
import { GuardsReader } from './guards.reader.js';

/** Which advocates. */
export interface AdvocateChoice {
  accountId?: string | null;
  status?: AdvocateStatus[] | null;
}

type Row = Pick<Advocate, 'id' | 'accountId' | 'status'>;

/** Lists who speaks for us or could, and who of them may be asked. */
@Injectable()
export class AdvocatesReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
    private readonly guards: GuardsReader,
    private readonly methods: MethodReader,
  ) {}

  /** By the name of the account, then in the order they became known. */
  async listAdvocates(page: PageArgs, { accountId, status }: AdvocateChoice): Promise<Connection<Advocate>> {
    const conditions = [
      ...when(accountId, (id) => sql`s.account_id = ${id}`),
      ...when(status, (wanted) => sql`v.status = ANY(${wanted})`),
    ];
    const found = await this.pages.list<Row>(await this.listing(conditions), page);
    const advocates = await this.withGuards(found.nodes);
    const edges = found.edges.flatMap(({ cursor }, position) => {
      const node = advocates[position];
      return node ? [{ cursor, node }] : [];
    });
    return {
      edges,
      nodes: advocates,
      pageInfo: found.pageInfo,
      get totalCount() {
        return found.totalCount;
      },
    };
  }

  /** The advocates among these people, by id; who is none is missing. */
  async findAdvocates(stakeholderIds: readonly string[]): Promise<Map<string, Advocate>> {
    const { columns, from, where } = await this.listing([sql`s.id = ANY(${stakeholderIds}::uuid[])`]);
    const conditions = where.reduce((all, each) => sql`${all} AND ${each}`);
    const rows = await this.transaction.query<Row>(sql`SELECT ${columns} FROM ${from} WHERE ${conditions}`);
    return keyBy(await this.withGuards(rows), ({ id }) => id);
  }

  private async withGuards(rows: readonly Row[]): Promise<Advocate[]> {
    const guarded = await this.guards.findGuarded(rows);
    return rows.map(({ id, accountId, status }) => {
      const { guards, askableFrom } = guarded.get(id) ?? { guards: [], askableFrom: null };
      return { id, accountId, status, askableFrom, guards, guardedBy: guards.map(({ code }) => code) };
    });
  }

  private async listing(conditions: readonly Sql[]): Promise<Listing> {
    const { tenantId, today, now } = this.transaction;
    const { advocacy } = (await this.methods.getMethod(now)).method;
    return {
      name: 'advocates',
      columns: sql`s.id, s.account_id AS "accountId", v.status`,
      from: sql`stakeholders s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
        CROSS JOIN LATERAL (${this.facts(advocacy)}) w CROSS JOIN LATERAL (SELECT ${this.status(advocacy)} AS status) v`,
      where: [
        sql`s.tenant_id = ${tenantId}`,
        sql`(s.started_on IS NULL OR s.started_on <= ${today})`,
        sql`(s.ended_on IS NULL OR s.ended_on >= ${today})`,
        sql`s.id IN (${this.eligible(advocacy)})`,
        sql`v.status IS NOT NULL`,
        ...conditions,
      ],
      order: [
        { by: sql`a.name`, type: 'text' },
        { by: sql`s.id`, type: 'uuid' },
      ],
      direction: 'ASC',
    };
  }

  /** Nobody else can be an advocate: it spares looking closely at everybody. */
  private eligible({ topBoxFrom }: AdvocacyMethod): Sql {
    const { tenantId } = this.transaction;
    return sql`SELECT r.stakeholder_id FROM satisfaction_answers r
        WHERE r.tenant_id = ${tenantId} AND r.measure = ${Measure.ADVOCACY} AND r.score >= ${topBoxFrom}
      UNION SELECT e.stakeholder_id FROM equipments e WHERE e.tenant_id = ${tenantId}
      UNION SELECT m.advocate_id FROM amplifications m WHERE m.tenant_id = ${tenantId}`;
  }

  /** What `advocateFactsOf` gathers, for a list to choose by. */
  private facts({ wordDays }: AdvocacyMethod): Sql {
    const { now } = this.transaction;
    return sql`SELECT
      (SELECT r.score FROM satisfaction_answers r
       WHERE r.tenant_id = s.tenant_id AND r.stakeholder_id = s.id AND r.measure = ${Measure.ADVOCACY}
         AND r.provenance = ${Provenance.CUSTOMER_STATED} AND r.score IS NOT NULL AND r.answered_at <= ${now}
         AND r.answered_at >= ${now}::timestamptz - make_interval(days => ${wordDays})
         AND NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)
       ORDER BY r.answered_at DESC, r.id DESC LIMIT 1) AS word,
      (SELECT max(e.equipped_at) FROM equipments e
       WHERE e.tenant_id = s.tenant_id AND e.stakeholder_id = s.id AND e.equipped_at <= ${now}) AS equipped_at,
      (SELECT max(m.occurred_at) FROM amplifications m
       WHERE m.tenant_id = s.tenant_id AND m.advocate_id = s.id AND m.occurred_at <= ${now}) AS amplified_at,
      EXISTS (SELECT FROM problems q
              WHERE q.tenant_id = s.tenant_id AND q.account_id = s.account_id AND q.status = ${ProblemStatus.OPEN}
                AND q.occurred_at <= ${now}
                AND (EXISTS (SELECT FROM problem_reporters x
                             WHERE x.tenant_id = q.tenant_id AND x.problem_id = q.id AND x.stakeholder_id = s.id)
                     OR EXISTS (SELECT FROM knowledge_entries k
                                WHERE k.tenant_id = q.tenant_id AND k.problem_id = q.id AND k.stakeholder_id = s.id
                                  AND k.at <= ${now}))) AS troubled`;
  }

  /** What `advocateStatus` says, for a list to choose by. */
  private status({ topBoxFrom, activeDays }: AdvocacyMethod): Sql {
    return sql`CASE
      WHEN w.equipped_at IS NULL AND w.amplified_at IS NULL
        THEN CASE WHEN w.word >= ${topBoxFrom} AND NOT w.troubled THEN ${AdvocateStatus.CANDIDATE} END
      WHEN w.word < ${topBoxFrom} THEN ${AdvocateStatus.RESTING}
      WHEN w.amplified_at >= ${this.transaction.now}::timestamptz - make_interval(days => ${activeDays}) THEN ${AdvocateStatus.ACTIVE}
      WHEN w.equipped_at IS NOT NULL AND (w.amplified_at IS NULL OR w.equipped_at > w.amplified_at)
        THEN ${AdvocateStatus.EQUIPPED}
      ELSE ${AdvocateStatus.RESTING} END`;
  }
}
