import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy, keyBy } from '../../common/batching.js';
import { externalKey, type ExternalIdInput } from '../../common/reference.types.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { RecordedChange } from '../../domain/ledger/heard-status.js';
import { ProblemStatus } from '../../domain/terms.js';
import { Problem } from '../problem.entity.js';
import { externalIdRows } from '../../database/statements/external-ids.js';

/** Reads the problems that another system told us of. */
@Injectable()
export class ImportedProblemsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Problems by `externalKey`; those of accounts the caller may not see are missing. */
  async findByExternalIds(externals: readonly ExternalIdInput[]): Promise<Map<string, Problem>> {
    if (externals.length === 0) return new Map();
    const rows = await this.transaction.query<Problem>(
      sql`SELECT ${select(Problem, 'm')}
          FROM ${externalIdRows(externals)}
          JOIN problems m ON m.tenant_id = ${this.transaction.tenantId} AND m.external_system = w.system AND m.external_id = w.external_id
          JOIN accounts a ON a.tenant_id = m.tenant_id AND a.id = m.account_id`,
    );
    return keyBy(rows, ({ externalSystem, externalId }) =>
      externalKey({ system: externalSystem ?? '', id: externalId ?? '' }),
    );
  }

  /** What is recorded of problems that are about to change, oldest first; another writer to them waits from here on. */
  async findChanges(problemIds: readonly string[]): Promise<Map<string, RecordedChange[]>> {
    if (problemIds.length === 0) return new Map();
    const { tenantId } = this.transaction;
    await this.transaction.query(
      sql`SELECT m.id FROM problems m WHERE m.tenant_id = ${tenantId} AND m.id = ANY(${problemIds}::uuid[])
          ORDER BY m.id FOR NO KEY UPDATE`,
    );
    const rows = await this.transaction.query<RecordedChange & { problemId: string; status: ProblemStatus }>(
      sql`SELECT e.problem_id AS "problemId", e.status, e.at, e.by_id IS NOT NULL AS "saidByPerson"
          FROM problem_events e
          WHERE e.tenant_id = ${tenantId} AND e.problem_id = ANY(${problemIds}::uuid[])
          ORDER BY e.at, e.id`,
    );
    return groupBy(rows, ({ problemId }) => problemId);
  }
}
