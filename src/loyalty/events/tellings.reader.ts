import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { groupBy, keyBy } from '../../common/batching.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { externalKey, type ExternalIdInput } from '../../common/reference.types.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { lastTellings } from '../../domain/loyalty/telling.js';
import { LoyaltyEvent } from './loyalty-event.entity.js';

/** Everything that was ever told of an event: the telling that stands, and the last one of the system that told it. */
export interface ToldBefore {
  standing: LoyaltyEvent;
  imported: LoyaltyEvent;
}

/** What was told of loyalty events, the superseded and the withdrawn among it. */
@Injectable()
export class TellingsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** One account's events, the latest to happen first; superseded ones are among them and say by which. */
  listOfAccount(accountId: string, page: PageArgs): Promise<Connection<LoyaltyEvent>> {
    return this.pages.listOf(
      {
        name: 'loyaltyEvents',
        columns: select(LoyaltyEvent, 'e'),
        from: sql`loyalty_events e`,
        where: [sql`e.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`e.occurred_on`, type: 'date' },
          { by: sql`e.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      sql`e.account_id`,
      accountId,
      page,
    );
  }

  /** Events by id; those of accounts the caller may not see are missing. */
  async findEvents(ids: readonly string[]): Promise<Map<string, LoyaltyEvent>> {
    return keyBy(await this.find(sql`e.id = ANY(${ids}::uuid[])`), ({ id }) => id);
  }

  /** What superseded these events, by the id of the superseded one. */
  async findCorrections(ids: readonly string[]): Promise<Map<string, LoyaltyEvent>> {
    return keyBy(
      await this.find(sql`e.supersedes_id = ANY(${ids}::uuid[])`),
      ({ supersedesId }) => supersedesId ?? '',
    );
  }

  /** What was told of the events that another system calls by these ids, by `externalKey`; of hidden accounts too. */
  async findToldBefore(externals: readonly ExternalIdInput[]): Promise<Map<string, ToldBefore>> {
    if (externals.length === 0) return new Map();
    const { tenantId } = this.transaction;
    const rows = await this.transaction.query<LoyaltyEvent & { system: string; name: string }>(
      sql`SELECT ${select(LoyaltyEvent, 'e')}, f.external_system AS system, f.external_id AS name
          FROM unnest(${externals.map(({ system }) => system)}::text[], ${externals.map(({ id }) => id)}::text[]) AS w(system, id)
          JOIN loyalty_events f ON f.tenant_id = ${tenantId} AND f.external_system = w.system AND f.external_id = w.id
            AND f.supersedes_id IS NULL
          JOIN loyalty_events e ON e.tenant_id = f.tenant_id AND e.first_id = f.id`,
    );
    const chains = groupBy(rows, ({ system, name }) => externalKey({ system, id: name }));
    return new Map(
      [...chains].flatMap(([key, chain]) => {
        const last = lastTellings(chain);
        return last ? [[key, last] as const] : [];
      }),
    );
  }

  private find(condition: Sql): Promise<LoyaltyEvent[]> {
    return this.transaction.query<LoyaltyEvent>(
      sql`SELECT ${select(LoyaltyEvent, 'e')} FROM loyalty_events e
          JOIN accounts a ON a.tenant_id = e.tenant_id AND a.id = e.account_id
          WHERE e.tenant_id = ${this.transaction.tenantId} AND ${condition}`,
    );
  }
}
