import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import { gather, inJson, type Lists } from '../../database/statements/gathering.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant, KnowledgeFact, ProblemFact } from '../../domain/facts.js';

/** Problems and what people know of them, as the rules want them. */
export interface Ledger {
  problems: ProblemFact[];
  knowledge: KnowledgeFact[];
}

type OfAccount<Fact> = Fact & { accountId: string };

/** The lists that ledgers are made of, to gather beside others. */
export interface LedgerLists {
  problems: OfAccount<ProblemFact>;
  knowledge: OfAccount<KnowledgeFact>;
}

/** Reads the knowledge ledger of accounts. */
@Injectable()
export class LedgerReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The ledger of each account as it was known at an instant: what was recorded later is not in it. */
  async readLedgers(accountIds: readonly string[], knownAt: Instant): Promise<Map<string, Ledger>> {
    const found = await gather<LedgerLists>(this.transaction, this.lists(accountIds, knownAt));
    const problems = groupBy(found.problems, ofAccount);
    const knowledge = groupBy(found.knowledge, ofAccount);
    return new Map(
      accountIds.map((id) => [id, { problems: problems.get(id) ?? [], knowledge: knowledge.get(id) ?? [] }]),
    );
  }

  /** What `readLedgers` makes ledgers of. */
  lists(accountIds: readonly string[], knownAt: Instant): Lists<LedgerLists> {
    return {
      problems: { rows: this.problems(accountIds, knownAt), instants: ['occurredAt'] },
      knowledge: { rows: this.knowledge(accountIds, knownAt), instants: ['at'] },
    };
  }

  private problems(accountIds: readonly string[], knownAt: Instant): Sql {
    return sql`SELECT m.account_id AS "accountId", m.id, m.title, m.severity, m.occurred_at AS "occurredAt",
        m.repeats_id AS "repeatsId",
        ARRAY(SELECT r.stakeholder_id FROM problem_reporters r
              WHERE r.tenant_id = m.tenant_id AND r.problem_id = m.id ORDER BY r.stakeholder_id) AS "reportedByIds",
        coalesce((SELECT json_agg(json_build_object('status', e.status, 'at', ${inJson(sql`e.at`)}) ORDER BY e.at, e.id)
                  FROM problem_events e
                  WHERE e.tenant_id = m.tenant_id AND e.problem_id = m.id AND e.recorded_at <= ${knownAt}), '[]') AS changes
      FROM problems m
      WHERE m.tenant_id = ${this.transaction.tenantId} AND m.account_id = ANY(${accountIds}::uuid[])
        AND m.recorded_at <= ${knownAt}`;
  }

  private knowledge(accountIds: readonly string[], knownAt: Instant): Sql {
    return sql`SELECT m.account_id AS "accountId", k.id, k.problem_id AS "problemId", k.stakeholder_id AS "stakeholderId",
        k.knowledge, k.at, k.interaction_id AS "interactionId", k.told_by_id AS "toldById"
      FROM knowledge_entries k JOIN problems m ON m.tenant_id = k.tenant_id AND m.id = k.problem_id
      WHERE k.tenant_id = ${this.transaction.tenantId} AND m.account_id = ANY(${accountIds}::uuid[])
        AND k.recorded_at <= ${knownAt}`;
  }
}

function ofAccount({ accountId }: { accountId: string }): string {
  return accountId;
}
