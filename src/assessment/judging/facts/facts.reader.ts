import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { gather, type Gathered, type List, type Lists } from '../../../database/statements/gathering.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { AccountFacts, AnswerFact, Instant, InteractionFact } from '../../../domain/facts.js';
import type { Basis, OrganisationStructure } from '../../../domain/terms.js';
import { byAccount, type OfAccount } from './by-account.js';
import { lookedBackTo, ObservationsReader } from './observations.reader.js';
import { peopleIn, PeopleFactsReader, type SeatState } from './people-facts.reader.js';
import { relationsIn, RelationFactsReader, type RelationLists } from './relation-facts.reader.js';

/** What an account was known to be at an instant. */
export interface AccountState {
  accountId: string;
  structure: OrganisationStructure;
  structureBasis: Basis | null;
  annualAmount: string | null;
  annualCurrency: string | null;
}

/** The lists that facts are made of, but for the answers: some need all of them, a judgement the latest. */
export interface FactLists extends RelationLists {
  people: SeatState;
  interactions: OfAccount<InteractionFact>;
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
    const ids = states.map(({ accountId }) => accountId);
    const [answers, found] = await Promise.all([
      this.observations.readAnswers(ids, knownAt, since),
      gather<FactLists>(this.transaction, this.lists(ids, knownAt, since)),
    ]);
    return factsIn(states, found, answers);
  }

  /** What `factsIn` makes facts of, as it was known at an instant. */
  lists(accountIds: readonly string[], knownAt: Instant, since: Instant): Lists<FactLists> {
    return {
      people: this.people.states(accountIds, knownAt),
      interactions: this.observations.interactions(accountIds, knownAt, since),
      ...this.relations.lists(accountIds, knownAt),
    };
  }

  /** What each account was known to be at an instant. */
  readStates(accountIds: readonly string[], knownAt: Instant): Promise<AccountState[]> {
    return this.transaction.query<AccountState>(this.states(accountIds, knownAt).rows);
  }

  /** The same as a list to gather beside others. */
  states(accountIds: readonly string[], knownAt: Instant): List {
    const rows = sql`SELECT DISTINCT ON (t.account_id) t.account_id AS "accountId", t.structure, t.structure_basis AS "structureBasis",
        t.annual_amount::text AS "annualAmount", t.annual_currency AS "annualCurrency"
      FROM account_states t JOIN accounts a ON a.tenant_id = t.tenant_id AND a.id = t.account_id
      WHERE t.tenant_id = ${this.transaction.tenantId} AND t.account_id = ANY(${accountIds}::uuid[])
        AND t.recorded_at <= ${knownAt}
      ORDER BY t.account_id, t.recorded_at DESC, t.id DESC`;
    return { rows, instants: [] };
  }
}

/** The facts of each of these accounts, of what was gathered. */
export function factsIn(
  states: readonly AccountState[],
  found: Gathered<FactLists>,
  answers: ReadonlyMap<string, AnswerFact[]>,
): Map<string, AccountFacts> {
  const [people, interactions] = [peopleIn(found.people), byAccount(found.interactions)];
  const relationsOf = relationsIn(found);
  return new Map(
    states.map(({ accountId: id, structure }) => [
      id,
      {
        structure,
        stakeholders: people.get(id) ?? [],
        answers: answers.get(id) ?? [],
        interactions: interactions.get(id) ?? [],
        ...relationsOf(id),
      },
    ]),
  );
}
