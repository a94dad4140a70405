import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { PeopleFactsReader } from '../../assessment/judging/facts/people-facts.reader.js';
import { NO_RELATIONS } from '../../assessment/judging/facts/relation-facts.reader.js';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountFacts, AnswerFact, Instant } from '../../domain/facts.js';
import { eveningBefore, firstHeld } from '../../domain/loyalty/evidence/outcome-evidence.js';
import type { StructureSince } from '../../domain/loyalty/evidence/structure-then.js';
import type { Outcome } from '../../domain/loyalty/outcome.js';
import { OrganisationStructure, Provenance } from '../../domain/terms.js';
import { LedgerReader } from '../../problems/ledger/ledger.reader.js';

/** An answer, with the instant at which we got to know it. */
export type RecordedAnswer = AnswerFact & { accountId: string; recordedAt: Instant };

/** What was recorded of an account around its decisions. */
export interface OutcomeFacts {
  /** As of now, without contacts and with the answers that may be held against a decision alone. */
  facts: AccountFacts;
  answers: RecordedAnswer[];
  /** Oldest first. */
  structures: StructureSince[];
}

/** Reads what decisions are held against, for many accounts with a statement per kind of record. */
@Injectable()
export class OutcomeFactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly people: PeopleFactsReader,
    private readonly ledgers: LedgerReader,
  ) {}

  /** By account. `days`: how long before a decision an answer may have been given. */
  async readFacts(outcomes: readonly Outcome[], days: number): Promise<Map<string, OutcomeFacts>> {
    const { now } = this.transaction;
    const ids = [...new Set(outcomes.map(({ accountId }) => accountId))];
    const stakeholders = await this.people.readPeople(ids, now);
    const answers = groupBy(await this.readAnswers(outcomes, days), ({ accountId }) => accountId);
    const ledgers = await this.ledgers.readLedgers(ids, now);
    const structures = await this.accounts.findStructuresHeld(ids);
    return new Map(
      ids.map((id) => {
        const facts: AccountFacts = {
          ...NO_RELATIONS,
          ...ledgers.get(id),
          structure: OrganisationStructure.UNKNOWN,
          stakeholders: stakeholders.get(id) ?? [],
          answers: answers.get(id) ?? [],
          interactions: [],
        };
        return [id, { facts, answers: answers.get(id) ?? [], structures: structures.get(id) ?? [] }];
      }),
    );
  }

  private readAnswers(outcomes: readonly Outcome[], days: number): Promise<RecordedAnswer[]> {
    const { tenantId } = this.transaction;
    const ids = outcomes.map(({ accountId }) => accountId);
    const from = outcomes.map(({ decidedOn }) => firstHeld(decidedOn, days));
    const to = outcomes.map(({ decidedOn }) => eveningBefore(decidedOn));
    return this.transaction.query<RecordedAnswer>(
      sql`SELECT r.account_id AS "accountId", r.id, r.stakeholder_id AS "stakeholderId", r.instrument, r.measure, r.score,
            r.choice, r.items, r.provenance, r.solicited, r.answered_at AS "answeredAt", r.recorded_at AS "recordedAt"
          FROM satisfaction_answers r
          WHERE r.tenant_id = ${tenantId} AND r.account_id = ANY(${[...new Set(ids)]}::uuid[])
            AND r.provenance = ${Provenance.CUSTOMER_STATED}
            AND EXISTS (SELECT FROM unnest(${ids}::uuid[], ${from}::timestamptz[], ${to}::timestamptz[]) AS o(account_id, held_from, held_to)
                        WHERE o.account_id = r.account_id AND r.answered_at BETWEEN o.held_from AND o.held_to)
            AND NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)
          ORDER BY r.id`,
    );
  }
}
