import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { EVERYTHING, type Asked } from '../common/asked/asked.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { notFound, type InputPath } from '../common/errors.js';
import { groupBy, keyBy } from '../common/batching.js';
import type { Listing } from '../common/pages/listing.js';
import { when } from '../common/pages/pages.js';
import type { ExternalId, RefInput } from '../common/reference.types.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { OrganisationLevel } from '../domain/terms.js';
import { Stakeholder } from './stakeholder.entity.js';

/** The columns of a stakeholder as the API shows it; `s` names the seat and `p` the person in the statement. */
export function stakeholderColumns(asked: Asked = EVERYTHING): Sql {
  return select(Stakeholder, 's', asked, { fullName: sql`p.full_name`, email: sql`p.email` });
}

/** Seats with their person. */
const SEATS: Sql = sql`stakeholders s JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id`;

/** The same, where joining the account leaves out what the caller may not see. */
export const STAKEHOLDER_TABLES: Sql = sql`${SEATS}
  JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id`;

/** Which of an account's stakeholders. */
export interface StakeholderChoice {
  level?: OrganisationLevel | null;
  /** Also who left before today. */
  includeFormer?: boolean | null;
}

@Injectable()
export class StakeholdersReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** The stakeholder behind a reference, if it exists and the caller may see it. */
  async findStakeholder(ref: RefInput): Promise<Stakeholder | null> {
    const { tenantId } = this.transaction;
    const match = ref.external
      ? sql`s.id = (SELECT x.stakeholder_id FROM stakeholder_external_ids x WHERE x.tenant_id = ${tenantId}
          AND x.system = ${ref.external.system} AND x.external_id = ${ref.external.id})`
      : sql`s.id = ${ref.id}`;
    return this.transaction.one<Stakeholder>(
      sql`SELECT ${stakeholderColumns()} FROM ${STAKEHOLDER_TABLES} WHERE s.tenant_id = ${tenantId} AND ${match}`,
    );
  }

  async getStakeholder(ref: RefInput, path: InputPath): Promise<Stakeholder> {
    const stakeholder = await this.findStakeholder(ref);
    if (!stakeholder) throw notFound('Stakeholder', path);
    return stakeholder;
  }

  /** Stakeholders by id; those the caller may not see are missing. */
  async findStakeholders(ids: readonly string[]): Promise<Map<string, Stakeholder>> {
    if (ids.length === 0) return new Map();
    const rows = await this.transaction.query<Stakeholder>(
      // Chosen first: while a table has just grown from nothing, the planner would join whole tables instead.
      sql`WITH chosen AS MATERIALIZED (
            SELECT * FROM stakeholders WHERE tenant_id = ${this.transaction.tenantId} AND id = ANY(${ids}::uuid[]))
          SELECT ${stakeholderColumns()} FROM chosen s
          JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
          JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id`,
    );
    return keyBy(rows, ({ id }) => id);
  }

  /** The stakeholders of each account in the order they became known. The accounts are ones the caller may see. */
  listOfAccounts(
    accountIds: readonly string[],
    page: PageArgs,
    choice: StakeholderChoice,
  ): Promise<Connection<Stakeholder>[]> {
    return this.pages.listOfEach(this.listing(choice, page.asked), sql`s.account_id`, accountIds, page);
  }

  /** The ids of stakeholders in other systems, by stakeholder. */
  async findExternalIds(stakeholderIds: readonly string[]): Promise<Map<string, ExternalId[]>> {
    const rows = await this.transaction.query<{ stakeholderId: string; ids: ExternalId[] }>(
      sql`SELECT x.stakeholder_id AS "stakeholderId",
            json_agg(json_build_object('system', x.system, 'id', x.external_id) ORDER BY x.system, x.external_id) AS ids
          FROM stakeholder_external_ids x
          WHERE x.tenant_id = ${this.transaction.tenantId} AND x.stakeholder_id = ANY(${stakeholderIds}::uuid[])
          GROUP BY x.stakeholder_id`,
    );
    return new Map(rows.map((row) => [row.stakeholderId, row.ids]));
  }

  private listing({ level, includeFormer }: StakeholderChoice, asked?: Asked): Listing {
    return {
      name: 'stakeholders',
      columns: stakeholderColumns(asked),
      from: SEATS,
      where: [
        sql`s.tenant_id = ${this.transaction.tenantId}`,
        ...when(level, (wanted) => sql`s.level = ${wanted}`),
        ...(includeFormer ? [] : [sql`(s.ended_on IS NULL OR s.ended_on >= ${this.transaction.today})`]),
      ],
      order: [{ by: sql`s.id`, type: 'uuid' }],
      direction: 'ASC',
    };
  }
}

/** A table that says which people belong to a record, such as those who took part in a contact. */
export interface StakeholderLinks {
  readonly table: Sql;
  /** Its column with the id of the record. */
  readonly record: Sql;
}

/** The people linked to each of some records, by the record's id. Those the caller may not see are missing. */
export async function findLinkedStakeholders(
  transaction: TenantTransaction,
  { table, record }: StakeholderLinks,
  recordIds: readonly string[],
  asked: Asked = EVERYTHING,
): Promise<Map<string, Stakeholder[]>> {
  const rows = await transaction.query<Stakeholder & { recordId: string }>(
    sql`SELECT x.${record} AS "recordId", ${stakeholderColumns(asked)}
        FROM ${table} x JOIN (${STAKEHOLDER_TABLES}) ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
        WHERE x.tenant_id = ${transaction.tenantId} AND x.${record} = ANY(${recordIds}::uuid[])
        ORDER BY s.id`,
  );
  return groupBy(rows, ({ recordId }) => recordId);
}
