import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Asked } from '../common/asked/asked.js';
import { keyBy } from '../common/batching.js';
import type { Connection, PageArgs } from '../common/pages/connection.types.js';
import { externalKey, type ExternalIdInput } from '../common/reference.types.js';
import { PagesReader } from '../database/pages.reader.js';
import { select } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { findLinkedStakeholders } from '../stakeholders/stakeholders.reader.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Interaction } from './interaction.entity.js';
import { externalIdRows } from '../database/statements/external-ids.js';

@Injectable()
export class InteractionsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** The contacts of each account, latest first. */
  listOfAccounts(accountIds: readonly string[], page: PageArgs): Promise<Connection<Interaction>[]> {
    return this.pages.listOfEach(
      {
        name: 'interactions',
        columns: select(Interaction, 'i', page.asked),
        from: sql`interactions i`,
        where: [sql`i.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`i.occurred_at`, type: 'timestamptz' },
          { by: sql`i.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`i.account_id`,
      accountIds,
      page,
    );
  }

  /** The contact that another system calls by this id, with its account seen by the caller. */
  findByExternalId({ system, id }: ExternalIdInput): Promise<Interaction | null> {
    return this.transaction.one<Interaction>(
      sql`SELECT ${select(Interaction, 'i')} FROM interactions i
          JOIN accounts a ON a.tenant_id = i.tenant_id AND a.id = i.account_id
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.external_system = ${system} AND i.external_id = ${id}`,
    );
  }

  /** The same for many ids, by `externalKey`. */
  async findByExternalIds(externals: readonly ExternalIdInput[]): Promise<Map<string, Interaction>> {
    if (externals.length === 0) return new Map();
    const rows = await this.transaction.query<Interaction>(
      sql`SELECT ${select(Interaction, 'i')}
          FROM ${externalIdRows(externals)}
          JOIN interactions i ON i.tenant_id = ${this.transaction.tenantId} AND i.external_system = w.system AND i.external_id = w.external_id
          JOIN accounts a ON a.tenant_id = i.tenant_id AND a.id = i.account_id`,
    );
    return keyBy(rows, ({ externalSystem, externalId }) =>
      externalKey({ system: externalSystem ?? '', id: externalId ?? '' }),
    );
  }

  /** Contacts by id; those of accounts the caller may not see are missing. */
  async findInteractions(ids: readonly string[]): Promise<Map<string, Interaction>> {
    const rows = await this.transaction.query<Interaction>(
      sql`SELECT ${select(Interaction, 'i')} FROM interactions i
          JOIN accounts a ON a.tenant_id = i.tenant_id AND a.id = i.account_id
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.id = ANY(${ids}::uuid[])`,
    );
    return keyBy(rows, ({ id }) => id);
  }

  /** Who took part in each contact. */
  findParticipants(interactionIds: readonly string[], asked: Asked): Promise<Map<string, Stakeholder[]>> {
    return findLinkedStakeholders(
      this.transaction,
      { table: sql`interaction_stakeholders`, record: sql`interaction_id` },
      interactionIds,
      asked,
    );
  }
}
