import { serviceFor } from '../src/cli/operator.js';
import type { Answer, TestService } from './service.js';

/** A record by the id the CRM of the tests has for it. */
export interface Ref {
  external: { system: string; id: string };
}

export const crm = (id: string): Ref => ({ external: { system: 'crm', id } });

/** What became of one item of a batch, with the record where it was written. */
export interface Outcome<Row = Record<string, unknown>> {
  index: number;
  status: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';
  error: { code: string; message: string; path: string[] } | null;
  row: (Row & { id: string }) | null;
}

export interface Judged {
  standing: string;
  risk: number;
  valueAtRisk: { amount: string; currency: string } | null;
  decidingLevels: string[];
  levels: { level: string; known: number; heard: number; score: number | null; ourEstimate: number | null }[];
  divergence: {
    direction: string;
    grade: string;
    gap: number | null;
    cause: string | null;
    nextAction: string | null;
  };
  reasons: { code: string; weight: number; summary: string; evidence: { kind: string; id: string }[] }[];
  assessedAt: string;
}

export interface AccountRow {
  id: string;
  name: string;
  kind: string;
  structure: string;
  structureBasis: string | null;
  segment: string | null;
  annualValue: { amount: string; currency: string } | null;
  renewalOn: string | null;
  owner: { email: string } | null;
  parent: { name: string } | null;
  externalIds: { system: string; id: string }[];
  version: number;
}

export interface SeatRow {
  id: string;
  fullName: string;
  email: string | null;
  title: string | null;
  level: string;
  levelBasis: string | null;
  roles: string[];
  startedOn: string | null;
  endedOn: string | null;
  version: number;
}

export interface AnswerRow {
  id: string;
  score: number | null;
  level: string;
  provenance: string;
  answeredAt: string;
}

export interface LoyaltyEventRow {
  id: string;
  kind: string;
  occurredOn: string;
  amount: { amount: string; currency: string } | null;
  reason: string | null;
  withdrawn: boolean;
  external: { system: string; id: string } | null;
  supersededBy: { id: string } | null;
}

const RESULT = 'index status error { code message path }';
export const ACCOUNT =
  'id name kind structure structureBasis segment annualValue { amount currency } renewalOn owner { email } parent { name } externalIds { system id } version';
export const SEAT = 'id fullName email title level levelBasis roles startedOn endedOn version';
export const ANSWER = 'id score level provenance answeredAt';
export const LOYALTY_EVENT =
  'id kind occurredOn amount { amount currency } reason withdrawn external { system id } supersededBy { id }';
export const ASSESSMENT = `standing risk valueAtRisk { amount currency } decidingLevels
  levels { level known heard score low high ourEstimate lastHeardAt lastContactAt }
  divergence { direction grade gap probability cause nextAction }
  reasons { code weight summary evidence { kind id } } assessedAt methodVersion`;

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

  async upsertAccounts(accounts: object[], atomic = false): Promise<Outcome<AccountRow>[]> {
    const { upsertAccounts } = await this.get<{ upsertAccounts: { results: Outcome<AccountRow>[] } }>(
      `mutation ($accounts: [AccountInput!]!, $atomic: Boolean) {
        upsertAccounts(accounts: $accounts, atomic: $atomic) { results { ${RESULT} row: account { ${ACCOUNT} } } } }`,
      { accounts, atomic },
    );
    return upsertAccounts.results;
  }

  async upsertStakeholders(stakeholders: object[], atomic = false): Promise<Outcome<SeatRow>[]> {
    const { upsertStakeholders } = await this.get<{ upsertStakeholders: { results: Outcome<SeatRow>[] } }>(
      `mutation ($stakeholders: [StakeholderInput!]!, $atomic: Boolean) {
        upsertStakeholders(stakeholders: $stakeholders, atomic: $atomic) { results { ${RESULT} row: stakeholder { ${SEAT} } } } }`,
      { stakeholders, atomic },
    );
    return upsertStakeholders.results;
  }

  async recordSatisfaction(answers: object[], atomic = false): Promise<Outcome<AnswerRow>[]> {
    const { recordSatisfaction } = await this.get<{ recordSatisfaction: { results: Outcome<AnswerRow>[] } }>(
      `mutation ($answers: [SatisfactionAnswerInput!]!, $atomic: Boolean) {
        recordSatisfaction(answers: $answers, atomic: $atomic) { results { ${RESULT} row: answer { ${ANSWER} } } } }`,
      { answers, atomic },
    );
    return recordSatisfaction.results;
  }

  async recordLoyaltyEvents(events: object[], atomic = false): Promise<Outcome<LoyaltyEventRow>[]> {
    const { recordLoyaltyEvents } = await this.get<{
      recordLoyaltyEvents: { results: Outcome<LoyaltyEventRow>[] };
    }>(
      `mutation ($events: [LoyaltyEventInput!]!, $atomic: Boolean) {
        recordLoyaltyEvents(events: $events, atomic: $atomic) { results { ${RESULT} row: event { ${LOYALTY_EVENT} } } } }`,
      { events, atomic },
    );
    return recordLoyaltyEvents.results;
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
}

export const REPORT =
  'mutation ($input: ReportProblemInput!) { reportProblem(input: $input) { problem { id } } }';
export const RESOLVE =
  'mutation ($ref: RefInput!, $at: DateTime!) { resolveProblem(problem: $ref, resolvedAt: $at, resolution: "Solved") { problem { id } } }';
export const REOPEN =
  'mutation ($ref: RefInput!, $at: DateTime!) { reopenProblem(problem: $ref, reopenedAt: $at, reason: "Back again") { problem { id } } }';
export const TELL =
  'mutation ($input: RecordKnowledgeInput!) { recordKnowledge(input: $input) { problem { id } } }';

/** The outcomes, none of them a refusal. */
export function accepted<Row>(outcomes: Outcome<Row>[]): Outcome<Row>[] {
  const refused = outcomes.filter(({ status }) => status === 'REJECTED');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return outcomes;
}

/** The statuses of outcomes, and for refused ones the code and where. */
export function said(outcomes: Outcome<unknown>[]): string[] {
  return outcomes.map(({ status, error }) =>
    error ? `${status} ${error.code} ${error.path.join('.')}`.trim() : status,
  );
}
