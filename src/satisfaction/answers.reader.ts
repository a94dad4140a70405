import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { keyBy } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { externalKey, type ExternalIdInput } from '../common/reference.types.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { externalIdRows } from '../database/statements/external-ids.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { SatisfactionAnswer } from './satisfaction-answer.entity.js';

/** The columns of an answer as the API shows it; `r` names the answers in the statement. */
const ANSWER_COLUMNS: Sql = select(SatisfactionAnswer, 'r');

@Injectable()
export class AnswersReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** The answers of each stakeholder, latest first; superseded ones are among them and say by which. */
  listOfStakeholders(
    stakeholderIds: readonly string[],
    page: PageArgs,
  ): Promise<Connection<SatisfactionAnswer>[]> {
    return this.pages.listOfEach(
      {
        name: 'answers',
        columns: select(SatisfactionAnswer, 'r', page.asked),
        from: sql`satisfaction_answers r`,
        where: [sql`r.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`r.answered_at`, type: 'timestamptz' },
          { by: sql`r.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`r.stakeholder_id`,
      stakeholderIds,
      page,
    );
  }

  /** Answers by id; those of accounts the caller may not see are missing. */
  async findAnswers(ids: readonly string[]): Promise<Map<string, SatisfactionAnswer>> {
    if (ids.length === 0) return new Map();
    return keyBy(await this.find(sql`r.id = ANY(${ids}::uuid[])`), ({ id }) => id);
  }

  /** What corrects these answers, by the id of the corrected one. */
  async findCorrections(ids: readonly string[]): Promise<Map<string, SatisfactionAnswer>> {
    if (ids.length === 0) return new Map();
    return keyBy(
      await this.find(sql`r.supersedes_id = ANY(${ids}::uuid[])`),
      ({ supersedesId }) => supersedesId ?? '',
    );
  }

  /** Answers that another system calls by these ids, by `externalKey`. */
  async findByExternalIds(externals: readonly ExternalIdInput[]): Promise<Map<string, SatisfactionAnswer>> {
    if (externals.length === 0) return new Map();
    const rows = await this.transaction.query<SatisfactionAnswer>(
      // Chosen first: else the planner may look for the ids at every account of the tenant.
      sql`WITH chosen AS MATERIALIZED (
            SELECT r.* FROM ${externalIdRows(externals)}
            JOIN satisfaction_answers r
              ON r.tenant_id = ${this.transaction.tenantId} AND r.external_system = w.system AND r.external_id = w.external_id)
          SELECT ${ANSWER_COLUMNS} FROM chosen r
          JOIN accounts a ON a.tenant_id = r.tenant_id AND a.id = r.account_id`,
    );
    return keyBy(rows, ({ externalSystem, externalId }) =>
      externalKey({ system: externalSystem ?? '', id: externalId ?? '' }),
    );
  }

  private find(condition: Sql): Promise<SatisfactionAnswer[]> {
    return this.transaction.query<SatisfactionAnswer>(
      sql`SELECT ${ANSWER_COLUMNS} FROM satisfaction_answers r
          JOIN accounts a ON a.tenant_id = r.tenant_id AND a.id = r.account_id
          WHERE r.tenant_id = ${this.transaction.tenantId} AND ${condition}`,
    );
  }
}
