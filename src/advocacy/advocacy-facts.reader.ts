import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../common/batching.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type {
  AdvocacyFacts,
  AmplificationFact,
  AskFact,
  EquipmentFact,
  InsightFact,
  TeachingFact,
} from '../domain/advocacy/advocacy-facts.js';

type OfAccount<Fact> = Fact & { accountId: string };

/** Reads what was learned, taught and said at accounts, as the rules want it. */
@Injectable()
export class AdvocacyFactsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The facts of each account; nobody is missing from the map. */
  async readFacts(accountIds: readonly string[]): Promise<Map<string, AdvocacyFacts>> {
    const insights = groupBy(await this.readInsights(accountIds), ofAccount);
    const teachings = groupBy(await this.readTeachings(accountIds), ofAccount);
    const equipments = groupBy(await this.readEquipments(accountIds), ofAccount);
    const amplifications = groupBy(await this.readAmplifications(accountIds), ofAccount);
    const asks = groupBy(await this.readAsks(accountIds), ofAccount);
    return new Map(
      accountIds.map((id) => [
        id,
        {
          insights: insights.get(id) ?? [],
          teachings: teachings.get(id) ?? [],
          equipments: equipments.get(id) ?? [],
          amplifications: amplifications.get(id) ?? [],
          asks: asks.get(id) ?? [],
        },
      ]),
    );
  }

  private readInsights(accountIds: readonly string[]): Promise<OfAccount<InsightFact>[]> {
    return this.transaction.query(
      sql`SELECT i.account_id AS "accountId", i.id, i.our_function AS "ourFunction", i.learned_at AS "learnedAt",
            ARRAY(SELECT x.stakeholder_id FROM insight_sources x
                  WHERE x.tenant_id = i.tenant_id AND x.insight_id = i.id ORDER BY x.stakeholder_id) AS "heardFromIds"
          FROM insights i
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.account_id = ANY(${accountIds}::uuid[])`,
    );
  }

  private readTeachings(accountIds: readonly string[]): Promise<OfAccount<TeachingFact>[]> {
    return this.transaction.query(
      sql`SELECT t.account_id AS "accountId", t.id, t.response, t.taught_at AS "taughtAt",
            ARRAY(SELECT x.stakeholder_id FROM teaching_participants x
                  WHERE x.tenant_id = t.tenant_id AND x.teaching_id = t.id ORDER BY x.stakeholder_id) AS "stakeholderIds"
          FROM teachings t
          WHERE t.tenant_id = ${this.transaction.tenantId} AND t.account_id = ANY(${accountIds}::uuid[])`,
    );
  }

  private readEquipments(accountIds: readonly string[]): Promise<OfAccount<EquipmentFact>[]> {
    return this.transaction.query(
      sql`SELECT s.account_id AS "accountId", e.id, e.stakeholder_id AS "stakeholderId", e.kit_id AS "kitId",
            e.equipped_at AS "equippedAt"
          FROM equipments e JOIN stakeholders s ON s.tenant_id = e.tenant_id AND s.id = e.stakeholder_id
          WHERE e.tenant_id = ${this.transaction.tenantId} AND s.account_id = ANY(${accountIds}::uuid[])`,
    );
  }

  private readAmplifications(accountIds: readonly string[]): Promise<OfAccount<AmplificationFact>[]> {
    return this.transaction.query(
      sql`SELECT m.account_id AS "accountId", m.id, m.advocate_id AS "advocateId", m.occurred_at AS "occurredAt",
            coalesce((SELECT json_agg(json_build_object('stakeholderId', h.stakeholder_id, 'outcome', h.outcome)
                                      ORDER BY h.stakeholder_id)
                      FROM hearers h WHERE h.tenant_id = m.tenant_id AND h.amplification_id = m.id), '[]') AS audience
          FROM amplifications m
          WHERE m.tenant_id = ${this.transaction.tenantId} AND m.account_id = ANY(${accountIds}::uuid[])`,
    );
  }

  private readAsks(accountIds: readonly string[]): Promise<OfAccount<AskFact>[]> {
    return this.transaction.query(
      sql`SELECT s.account_id AS "accountId", k.id, k.stakeholder_id AS "stakeholderId", k.kind, k.asked_at AS "askedAt"
          FROM asks k JOIN stakeholders s ON s.tenant_id = k.tenant_id AND s.id = k.stakeholder_id
          WHERE k.tenant_id = ${this.transaction.tenantId} AND s.account_id = ANY(${accountIds}::uuid[])`,
    );
  }
}

function ofAccount({ accountId }: { accountId: string }): string {
  return accountId;
}
