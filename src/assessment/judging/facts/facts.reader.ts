import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { AccountFacts, AnswerFact, Instant } from '../../../domain/facts.js';
import type { Method } from '../../../domain/method.js';
import { cutsOf } from '../../../domain/standing/answers-that-count.js';
import type { Basis, OrganisationStructure } from '../../../domain/terms.js';
import { lookedBackTo, ObservationsReader } from './observations.reader.js';
import { PeopleFactsReader } from './people-facts.reader.js';
import { NO_RELATIONS, RelationFactsReader } from './relation-facts.reader.js';

/** What an account was known to be at an instant. */
export interface AccountState {
  accountId: string;
  structure: OrganisationStructure;
  structureBasis: Basis | null;
  annualAmount: string | null;
  annualCurrency: string | null;
}

/** Gathers what was recorded about accounts, as the rules want it. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly people: PeopleFactsReader,
    private readonly observations: ObservationsReader,
    private readonly relations: RelationFactsReader,
  ) {}

  /**
   * The facts of each account as they were known at an instant; an account nobody knew of then is missing. What was said
   * and met before `since` is left out; that is as far back as the method looks, unless another instant is given.
   */
  async readFacts(
    states: readonly AccountState[],
    knownAt: Instant,
    since: Instant = lookedBackTo(knownAt),
  ): Promise<Map<string, AccountFacts>> {
    const answers = this.observations.readAnswers(idsOf(states), knownAt, since);
    return this.gather(states, answers, knownAt, since);
  }

  /** The same with those answers only that a judgement at that instant can rest on. */
  async readFactsToJudge(
    states: readonly AccountState[],
    at: Instant,
    method: Method,
  ): Promise<Map<string, AccountFacts>> {
    const answers = this.observations.readAnswersThatCount(idsOf(states), at, cutsOf(at, method));
    return this.gather(states, answers, at, lookedBackTo(at));
  }

  private async gather(
    states: readonly AccountState[],
    reading: Promise<ReadonlyMap<string, AnswerFact[]>>,
    knownAt: Instant,
    since: Instant,
  ): Promise<Map<string, AccountFacts>> {
    const ids = idsOf(states);
    const [answers, stakeholders, interactions, relations] = await Promise.all([
      reading,
      this.people.readPeople(ids, knownAt),
      this.observations.readInteractions(ids, knownAt, since),
      this.relations.readRelations(ids, knownAt),
    ]);
    return new Map(
      states.map(({ accountId: id, structure }) => [
        id,
        {
          structure,
          stakeholders: stakeholders.get(id) ?? [],
          answers: answers.get(id) ?? [],
          interactions: interactions.get(id) ?? [],
          ...(relations.get(id) ?? NO_RELATIONS),
        },
      ]),
    );
  }

  /** What each account was known to be at an instant. */
  readStates(accountIds: readonly string[], knownAt: Instant): Promise<AccountState[]> {
    return this.transaction.query<AccountState>(
      sql`SELECT DISTINCT ON (t.account_id) t.account_id AS "accountId", t.structure, t.structure_basis AS "structureBasis",
            t.annual_amount AS "annualAmount", t.annual_currency AS "annualCurrency"
          FROM account_states t JOIN accounts a ON a.tenant_id = t.tenant_id AND a.id = t.account_id
          WHERE t.tenant_id = ${this.transaction.tenantId} AND t.account_id = ANY(${accountIds}::uuid[])
            AND t.recorded_at <= ${knownAt}
          ORDER BY t.account_id, t.recorded_at DESC, t.id DESC`,
    );
  }
}

function idsOf(states: readonly AccountState[]): string[] {
  return states.map(({ accountId }) => accountId);
}
