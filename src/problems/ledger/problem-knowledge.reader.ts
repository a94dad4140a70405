import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { knowledgeOf } from '../../domain/ledger/knowledge.js';
import type { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { stakeholderColumns, STAKEHOLDER_TABLES } from '../../stakeholders/stakeholders.reader.js';
import { LedgerReader } from './ledger.reader.js';
import type { Problem } from '../problem.entity.js';
import { ProblemsReader } from '../problems.reader.js';
import type { StakeholderKnowledge } from '../problems.types.js';

/** Tells what everybody at an account knows of its problems. */
@Injectable()
export class ProblemKnowledgeReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly problems: ProblemsReader,
    private readonly ledgers: LedgerReader,
  ) {}

  /** By problem: everybody who is at the account today, the unaware included. */
  async findKnowledge(problemIds: readonly string[]): Promise<Map<string, StakeholderKnowledge[]>> {
    const problems = [...(await this.problems.findProblems(problemIds)).values()];
    const accountIds = [...new Set(problems.map(({ accountId }) => accountId))];
    const ledgers = await this.ledgers.readLedgers(accountIds, this.transaction.now);
    const people = await this.findPeople(accountIds);
    return new Map(
      problems.map((problem) => [
        problem.id,
        this.knowing(problem, people.get(problem.accountId) ?? [], ledgers),
      ]),
    );
  }

  private knowing(
    { id, accountId }: Problem,
    people: readonly Stakeholder[],
    ledgers: Awaited<ReturnType<LedgerReader['readLedgers']>>,
  ): StakeholderKnowledge[] {
    const ledger = ledgers.get(accountId);
    const fact = ledger?.problems.find((problem) => problem.id === id);
    if (!ledger || !fact) return [];
    return people.map((stakeholder) => {
      const { knowledge, since, history } = knowledgeOf(
        fact,
        ledger.knowledge,
        stakeholder.id,
        this.transaction.now,
      );
      return { stakeholder, knowledge, since, history: [...history] };
    });
  }

  private async findPeople(accountIds: readonly string[]): Promise<Map<string, Stakeholder[]>> {
    const { tenantId, today } = this.transaction;
    const rows = await this.transaction.query<Stakeholder>(
      sql`SELECT ${stakeholderColumns()} FROM ${STAKEHOLDER_TABLES}
          WHERE s.tenant_id = ${tenantId} AND s.account_id = ANY(${accountIds}::uuid[])
            AND (s.ended_on IS NULL OR s.ended_on >= ${today}) ORDER BY s.id`,
    );
    return groupBy(rows, ({ accountId }) => accountId);
  }
}
