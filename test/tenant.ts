import { serviceFor } from '../src/cli/operator.js';
import {
  RECORD_LOYALTY_EVENTS,
  RECORD_SATISFACTION,
  REOPEN,
  REPORT,
  RESOLVE,
  TELL,
  UPSERT_ACCOUNTS,
  UPSERT_STAKEHOLDERS,
} from './mutations.js';
import { accepted, type Outcome } from './outcomes.js';
import type { Answer, TestService } from './service.js';
import {
  ASSESSMENT,
  type AccountRow,
  type AnswerRow,
  type Judged,
  type LoyaltyEventRow,
  type SeatRow,
} from './tenant-rows.js';

/** A record by the id the CRM of the tests has for it. */
export interface Ref {
  external: { system: string; id: string };
}

export const crm = (id: string): Ref => ({ external: { system: 'crm', id } });

/** A tenant of its own within a running service, and short words for what its people do. */
export class TestTenant {
  private constructor(
    readonly service: TestService,
    readonly tenantId: string,
    readonly key: string,
  ) {}

  static async create(service: TestService): Promise<TestTenant> {
    const { tenantId, key } = await service.createTenant();
    return new TestTenant(service, tenantId, key);
  }

  get<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return this.service.get<Data>(this.key, query, variables);
  }

  ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    return this.service.ask<Data>(this.key, query, variables);
  }

  /** The code, path and rule of the one error an operation ends with. */
  async refusal(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const { errors } = await this.ask(query, variables);
    const [error, ...others] = errors ?? [];
    if (!error || others.length > 0) throw new Error(`One error was expected, not ${JSON.stringify(errors)}`);
    const { path, rule } = error.extensions.details;
    return { code: error.extensions.code, ...(path ? { path } : {}), ...(rule ? { rule } : {}) };
  }

  upsertAccounts(accounts: object[], atomic = false): Promise<Outcome<AccountRow>[]> {
    return this.batch(UPSERT_ACCOUNTS, accounts, atomic);
  }

  upsertStakeholders(stakeholders: object[], atomic = false): Promise<Outcome<SeatRow>[]> {
    return this.batch(UPSERT_STAKEHOLDERS, stakeholders, atomic);
  }

  recordSatisfaction(answers: object[], atomic = false): Promise<Outcome<AnswerRow>[]> {
    return this.batch(RECORD_SATISFACTION, answers, atomic);
  }

  recordLoyaltyEvents(events: object[], atomic = false): Promise<Outcome<LoyaltyEventRow>[]> {
    return this.batch(RECORD_LOYALTY_EVENTS, events, atomic);
  }

  /** An account the CRM calls `id`; what is not said is worth 100,000 EUR, unless it is a department of ours. */
  async account(id: string, more: object = {}): Promise<string> {
    const annualValue =
      'kind' in more && more.kind === 'INTERNAL' ? null : { amount: '100000', currency: 'EUR' };
    const [outcome] = accepted(await this.upsertAccounts([{ ...crm(id), name: id, annualValue, ...more }]));
    return outcome?.row?.id ?? '';
  }

  /** People at an account, each with the id the CRM has for them. Returns our ids by theirs. */
  async people(account: string, people: Record<string, object>): Promise<Record<string, string>> {
    const items = Object.entries(people).map(([id, more]) => ({
      ...crm(id),
      account: crm(account),
      fullName: id,
      ...more,
    }));
    const outcomes = accepted(await this.upsertStakeholders(items));
    return Object.fromEntries(Object.keys(people).map((id, index) => [id, outcomes[index]?.row?.id ?? '']));
  }

  /** What somebody answered, NPS unless said otherwise. Returns its id. */
  async answer(stakeholder: string, number: number, answeredAt: string, more: object = {}): Promise<string> {
    const [outcome] = accepted(
      await this.recordSatisfaction([
        { stakeholder: crm(stakeholder), instrument: 'NPS', value: { number }, answeredAt, ...more },
      ]),
    );
    return outcome?.row?.id ?? '';
  }

  async meet(account: string, people: string[], occurredAt: string, more: object = {}): Promise<string> {
    const { logInteraction } = await this.get<{ logInteraction: { interaction: { id: string } } }>(
      'mutation ($input: LogInteractionInput!) { logInteraction(input: $input) { interaction { id } } }',
      {
        input: { account: crm(account), stakeholders: people.map(crm), channel: 'CALL', occurredAt, ...more },
      },
    );
    return logInteraction.interaction.id;
  }

  async report(
    account: string,
    reportedBy: string[],
    occurredAt: string,
    more: object = {},
  ): Promise<string> {
    const input = {
      account: crm(account),
      title: 'Deliveries arrive late',
      severity: 'HIGH',
      occurredAt,
      ...more,
    };
    const { reportProblem } = await this.get<{ reportProblem: { problem: { id: string } } }>(REPORT, {
      input: { ...input, reportedBy: reportedBy.map(crm) },
    });
    return reportProblem.problem.id;
  }

  resolve(problem: string, at: string): Promise<unknown> {
    return this.get(RESOLVE, { ref: { id: problem }, at });
  }

  reopen(problem: string, at: string): Promise<unknown> {
    return this.get(REOPEN, { ref: { id: problem }, at });
  }

  tell(problem: string, people: string[], knowledge: string, at: string): Promise<unknown> {
    return this.get(TELL, {
      input: { problem: { id: problem }, stakeholders: people.map(crm), knowledge, at },
    });
  }

  /** The judgement as stored, or judged anew as of a day. */
  async judged(account: string, asOf: string | null = null): Promise<Judged | null> {
    const { account: found } = await this.get<{ account: { assessment: Judged | null } }>(
      `query ($ref: RefInput!, $asOf: Date) { account(ref: $ref) { assessment(asOf: $asOf) { ${ASSESSMENT} } } }`,
      { ref: crm(account), asOf },
    );
    return found.assessment;
  }

  async stored(account: string): Promise<Judged> {
    const judged = await this.judged(account);
    if (!judged) throw new Error(`${account} has no stored assessment.`);
    return judged;
  }

  async reasons(account: string): Promise<string[]> {
    return (await this.stored(account)).reasons.map(({ code }) => code);
  }

  /** The changes of an account's judgement, latest first. */
  async history(account: string): Promise<Judged[]> {
    const { account: found } = await this.get<{ account: { assessmentHistory: { nodes: Judged[] } } }>(
      `query ($ref: RefInput!) { account(ref: $ref) { assessmentHistory(first: 100) { nodes { ${ASSESSMENT} } } } }`,
      { ref: crm(account) },
    );
    return found.assessmentHistory.nodes;
  }

  /** Does what an operator's command does, in one transaction. */
  within<T>(work: () => Promise<T>): Promise<T> {
    return serviceFor(this.service.app, this.tenantId).asOperator(work);
  }

  private async batch<Row>(mutation: string, items: object[], atomic: boolean): Promise<Outcome<Row>[]> {
    const { batch } = await this.get<{ batch: { results: Outcome<Row>[] } }>(mutation, { items, atomic });
    return batch.results;
  }
}
