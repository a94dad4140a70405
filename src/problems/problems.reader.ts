import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { groupBy, keyBy } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { notFound, type InputPath } from '../common/errors.js';
import { when } from '../common/pages/pages.js';
import type { RefInput } from '../common/reference.types.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { ProblemStatus } from '../domain/terms.js';
import { KnowledgeEntry } from './ledger/knowledge-entry.entity.js';
import { ProblemEvent } from './problem-event.entity.js';
import { Problem } from './problem.entity.js';

@Injectable()
export class ProblemsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** The problem behind a reference, if it exists and the caller may see its account. */
  async findProblem(ref: RefInput): Promise<Problem | null> {
    const match = ref.external
      ? sql`m.external_system = ${ref.external.system} AND m.external_id = ${ref.external.id}`
      : sql`m.id = ${ref.id}`;
    return (await this.find(match))[0] ?? null;
  }

  async getProblem(ref: RefInput, path: InputPath): Promise<Problem> {
    const problem = await this.findProblem(ref);
    if (!problem) throw notFound('Problem', path);
    return problem;
  }

  /** Problems by id; those of accounts the caller may not see are missing. */
  async findProblems(ids: readonly string[]): Promise<Map<string, Problem>> {
    return keyBy(await this.find(sql`m.id = ANY(${ids}::uuid[])`), ({ id }) => id);
  }

  /** The problems of these accounts, oldest first, by account. */
  async findOfAccounts(accountIds: readonly string[]): Promise<Map<string, Problem[]>> {
    const rows = await this.find(sql`m.account_id = ANY(${accountIds}::uuid[])`);
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** One account's problems, latest first. */
  listOfAccounts(
    accountIds: readonly string[],
    page: PageArgs,
    status: ProblemStatus | null | undefined,
  ): Promise<Connection<Problem>[]> {
    return this.pages.listOfEach(
      {
        name: 'problems',
        columns: select(Problem, 'm', page.asked),
        from: sql`problems m`,
        where: [
          sql`m.tenant_id = ${this.transaction.tenantId}`,
          ...when(status, (wanted) => sql`m.status = ${wanted}`),
        ],
        order: [
          { by: sql`m.occurred_at`, type: 'timestamptz' },
          { by: sql`m.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`m.account_id`,
      accountIds,
      page,
    );
  }

  /** What became of problems, oldest first, by problem. */
  async findEvents(problemIds: readonly string[]): Promise<Map<string, ProblemEvent[]>> {
    const rows = await this.transaction.query<ProblemEvent>(
      sql`SELECT ${select(ProblemEvent, 'e')} FROM problem_events e
          WHERE e.tenant_id = ${this.transaction.tenantId} AND e.problem_id = ANY(${problemIds}::uuid[])
          ORDER BY e.at, e.id`,
    );
    return groupBy(rows, ({ problemId }) => problemId);
  }

  /** Who was told what of problems, oldest first, by problem. */
  async findEntries(problemIds: readonly string[]): Promise<Map<string, KnowledgeEntry[]>> {
    const rows = await this.transaction.query<KnowledgeEntry>(
      sql`SELECT ${select(KnowledgeEntry, 'k')} FROM knowledge_entries k
          WHERE k.tenant_id = ${this.transaction.tenantId} AND k.problem_id = ANY(${problemIds}::uuid[])
          ORDER BY k.at, k.id`,
    );
    return groupBy(rows, ({ problemId }) => problemId);
  }

  private find(condition: Sql): Promise<Problem[]> {
    return this.transaction.query<Problem>(
      sql`SELECT ${select(Problem, 'm')} FROM problems m
          JOIN accounts a ON a.tenant_id = m.tenant_id AND a.id = m.account_id
          WHERE m.tenant_id = ${this.transaction.tenantId} AND ${condition}
          ORDER BY m.occurred_at, m.id`,
    );
  }
}
