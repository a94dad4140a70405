import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Amplification } from '../../advocacy/amplifications/amplification.entity.js';
import { MethodReader } from '../../assessment/judging/method.reader.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { followedUp, type ScoredAnswer } from '../../domain/advocacy/effect.js';
import { effectInWords } from '../../domain/advocacy/wording/effect-sentence.js';
import { Measure, Provenance } from '../../domain/terms.js';
import type { AmplificationEffect } from './effect.types.js';

/** A person to look at. */
interface Person {
  id: string;
  accountId: string;
}

/** More accounts than this tell nothing more, and take long to read. */
const MOST_ACCOUNTS = 500;

/** Shows what followed after an advocate spoke, beside comparable accounts where none did. */
@Injectable()
export class EffectReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly methods: MethodReader,
  ) {}

  async readEffect(amplification: Amplification): Promise<AmplificationEffect> {
    const { id, occurredAt } = amplification;
    const { advocacy } = (await this.methods.getMethod(this.transaction.now)).method;
    const days = advocacy.effectDays;
    const hearers = await this.findHearers(id);
    const others = await this.findComparable(amplification, days);
    const otherIds = others.map((person) => person.id);
    const answers = await this.readAnswers([...hearers, ...otherIds], occurredAt, days);
    const audience = followedUp(hearers, answers, occurredAt, advocacy);
    const comparable = followedUp(otherIds, answers, occurredAt, advocacy);
    return {
      amplification,
      days,
      audience,
      comparableAccounts: new Set(others.map((person) => person.accountId)).size,
      comparable,
      reading: effectInWords(audience, comparable),
    };
  }

  /** Accounts like that of the amplification at which no advocate spoke in so many days before and after it. */
  async findComparableAccounts(amplification: Amplification, days: number): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(this.comparableAccounts(amplification, days));
    return rows.map((row) => row.id);
  }

  private async findHearers(amplificationId: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT h.stakeholder_id AS id FROM hearers h
          WHERE h.tenant_id = ${this.transaction.tenantId} AND h.amplification_id = ${amplificationId} ORDER BY h.stakeholder_id`,
    );
    return rows.map((row) => row.id);
  }

  /** People at the levels of the audience, at accounts like this one where no advocate spoke around that time. */
  private findComparable(amplification: Amplification, days: number): Promise<Person[]> {
    const { tenantId } = this.transaction;
    return this.transaction.query<Person>(
      sql`SELECT s.id, s.account_id AS "accountId" FROM stakeholders s
          WHERE s.tenant_id = ${tenantId}
            AND s.level IN (SELECT l.level FROM hearers h
                            JOIN stakeholders l ON l.tenant_id = h.tenant_id AND l.id = h.stakeholder_id
                            WHERE h.tenant_id = ${tenantId} AND h.amplification_id = ${amplification.id})
            AND s.account_id IN (${this.comparableAccounts(amplification, days)})
          ORDER BY s.id`,
    );
  }

  private comparableAccounts({ accountId, occurredAt: at }: Amplification, days: number): Sql {
    return sql`SELECT a.id FROM accounts a JOIN accounts own ON own.tenant_id = a.tenant_id AND own.id = ${accountId}
      WHERE a.tenant_id = ${this.transaction.tenantId} AND a.id <> own.id AND a.segment IS NOT DISTINCT FROM own.segment
        AND a.structure = own.structure AND a.kind = own.kind
        AND NOT EXISTS (SELECT FROM amplifications m
                        WHERE m.tenant_id = a.tenant_id AND m.account_id = a.id
                          AND m.occurred_at BETWEEN ${at}::timestamptz - make_interval(days => ${days})
                                                AND ${at}::timestamptz + make_interval(days => ${days}))
      ORDER BY a.id LIMIT ${MOST_ACCOUNTS}`;
  }

  private readAnswers(stakeholderIds: readonly string[], at: string, days: number): Promise<ScoredAnswer[]> {
    const { tenantId, now } = this.transaction;
    return this.transaction.query<ScoredAnswer>(
      sql`SELECT r.stakeholder_id AS "stakeholderId", r.instrument, r.score, r.answered_at AS "answeredAt"
          FROM satisfaction_answers r
          WHERE r.tenant_id = ${tenantId} AND r.stakeholder_id = ANY(${stakeholderIds}::uuid[])
            AND r.score IS NOT NULL AND r.measure <> ${Measure.INTENTION} AND r.provenance = ${Provenance.CUSTOMER_STATED}
            AND r.answered_at BETWEEN ${at}::timestamptz - make_interval(days => ${days})
                                  AND ${at}::timestamptz + make_interval(days => ${days})
            AND r.answered_at <= ${now}
            AND NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)
          ORDER BY r.answered_at, r.id`,
    );
  }
}
