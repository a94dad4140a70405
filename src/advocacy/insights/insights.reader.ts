import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound } from '../../common/errors.js';
import type { Listing } from '../../common/pages/listing.js';
import { when } from '../../common/pages/pages.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { OurFunction } from '../../domain/terms.js';
import { findLinkedStakeholders } from '../../stakeholders/stakeholders.reader.js';
import type { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Insight } from './insight.entity.js';

/** Which insights. */
export interface InsightChoice {
  segment?: string | null;
  ourFunction?: OurFunction | null;
}

/** Insights the caller may see: those of their accounts, and all about segments. */
const SEEN: Sql = sql`insights i LEFT JOIN accounts a ON a.tenant_id = i.tenant_id AND a.id = i.account_id`;

@Injectable()
export class InsightsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  async getInsight(id: string): Promise<Insight> {
    const insight = await this.transaction.one<Insight>(
      sql`SELECT ${select(Insight, 'i')} FROM ${SEEN}
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.id = ${id} AND (a.id IS NOT NULL OR i.account_id IS NULL)`,
    );
    if (!insight) throw notFound('Insight', ['id']);
    return insight;
  }

  /** Insights across accounts and segments, latest first. */
  listInsights(page: PageArgs, choice: InsightChoice): Promise<Connection<Insight>> {
    return this.pages.list(this.listing(choice), page);
  }

  /** What was learned about one account, latest first. */
  listOfAccount(accountId: string, page: PageArgs, choice: InsightChoice): Promise<Connection<Insight>> {
    return this.pages.listOf(this.listing(choice), sql`i.account_id`, accountId, page);
  }

  /** From whom each was heard. */
  findSources(insightIds: readonly string[]): Promise<Map<string, Stakeholder[]>> {
    return findLinkedStakeholders(
      this.transaction,
      { table: sql`insight_sources`, record: sql`insight_id` },
      insightIds,
    );
  }

  private listing({ segment, ourFunction }: InsightChoice): Listing {
    return {
      name: 'insights',
      columns: select(Insight, 'i'),
      from: SEEN,
      where: [
        sql`i.tenant_id = ${this.transaction.tenantId}`,
        sql`(a.id IS NOT NULL OR i.account_id IS NULL)`,
        ...when(segment, (wanted) => sql`i.segment = ${wanted}`),
        ...when(ourFunction, (wanted) => sql`i.our_function = ${wanted}`),
      ],
      order: [
        { by: sql`i.learned_at`, type: 'timestamptz' },
        { by: sql`i.id`, type: 'uuid' },
      ],
      direction: 'DESC',
    };
  }
}
