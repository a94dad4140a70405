import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountFacts, AnswerFact, Instant, InteractionFact, StakeholderFact } from '../../domain/facts.js';
import { OrganisationStructure } from '../../domain/terms.js';
import { LevelsReader } from '../../stakeholders/seats/levels.reader.js';

/** Nothing in the method looks further back; it bounds what a judgement has to read. */
const DAYS_READ = 1095;

type OfAccount<Fact> = Fact & { accountId: string };

/** Gathers what was recorded about accounts, as the rules want it. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly levels: LevelsReader,
  ) {}

  /** The facts of each account up to an instant. */
  async readFacts(accountIds: readonly string[], until: Instant): Promise<Map<string, AccountFacts>> {
    const accounts = await this.transaction.query<{ id: string; structure: OrganisationStructure }>(
      sql`SELECT a.id, a.structure FROM accounts a
          WHERE a.tenant_id = ${this.transaction.tenantId} AND a.id = ANY(${accountIds}::uuid[])`,
    );
    const stakeholders = groupBy(await this.readStakeholders(accountIds), ofAccount);
    const answers = groupBy(await this.readAnswers(accountIds, until), ofAccount);
    const interactions = groupBy(await this.readInteractions(accountIds, until), ofAccount);
    return new Map(
      accounts.map(({ id, structure }) => [
        id,
        {
          structure,
          stakeholders: stakeholders.get(id) ?? [],
          answers: answers.get(id) ?? [],
          interactions: interactions.get(id) ?? [],
          problems: [],
          knowledge: [],
          commitments: [],
          team: [],
          decisions: [],
        },
      ]),
    );
  }

  private async readStakeholders(accountIds: readonly string[]): Promise<OfAccount<StakeholderFact>[]> {
    const rows = await this.transaction.query<OfAccount<Omit<StakeholderFact, 'levels'>>>(
      sql`SELECT s.account_id AS "accountId", s.id, p.full_name AS "fullName", s.roles, s.reports_to_id AS "reportsToId",
            s.started_on AS "startedOn", s.ended_on AS "endedOn", s.successor_id AS "successorId"
          FROM stakeholders s JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
          WHERE s.tenant_id = ${this.transaction.tenantId} AND s.account_id = ANY(${accountIds}::uuid[])`,
    );
    const levels = await this.levels.findLevelsHeld(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, levels: levels.get(row.id) ?? [] }));
  }

  /** Without those that a correction has superseded. */
  private readAnswers(accountIds: readonly string[], until: Instant): Promise<OfAccount<AnswerFact>[]> {
    return this.transaction.query(
      sql`SELECT r.account_id AS "accountId", r.id, r.stakeholder_id AS "stakeholderId", r.instrument, r.measure, r.score,
            r.choice, r.items, r.provenance, r.solicited, r.answered_at AS "answeredAt"
          FROM satisfaction_answers r
          WHERE r.tenant_id = ${this.transaction.tenantId} AND r.account_id = ANY(${accountIds}::uuid[])
            AND r.answered_at <= ${until} AND r.answered_at > ${until}::timestamptz - make_interval(days => ${DAYS_READ})
            AND NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)`,
    );
  }

  private readInteractions(accountIds: readonly string[], until: Instant): Promise<OfAccount<InteractionFact>[]> {
    return this.transaction.query(
      sql`SELECT i.account_id AS "accountId", i.id, i.occurred_at AS "occurredAt", i.channel, i.outcome,
            i.logged_by_id AS "loggedById", array_agg(x.stakeholder_id) AS "stakeholderIds"
          FROM interactions i
          JOIN interaction_stakeholders x ON x.tenant_id = i.tenant_id AND x.interaction_id = i.id
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.account_id = ANY(${accountIds}::uuid[])
            AND i.occurred_at <= ${until} AND i.occurred_at > ${until}::timestamptz - make_interval(days => ${DAYS_READ})
          GROUP BY i.tenant_id, i.account_id, i.id, i.occurred_at, i.channel, i.outcome, i.logged_by_id`,
    );
  }
}

function ofAccount({ accountId }: { accountId: string }): string {
  return accountId;
}
