import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { isLost, ownedBy } from '../../accounts/account-filter.reader.js';
import { groupBy } from '../../common/batching.js';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound } from '../../common/errors.js';
import type { Listing } from '../../common/pages/listing.js';
import { when } from '../../common/pages/pages.js';
import type { List } from '../../database/statements/gathering.js';
import { PagesReader } from '../../database/pages.reader.js';
import { instantsOf, select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { FlagStatus, type RiskReasonCode } from '../../domain/judgement-terms.js';
import { type AccountKind } from '../../domain/terms.js';
import { FlagEvent } from './flag-event.entity.js';
import { Flag } from './flag.entity.js';

/** Which flags. */
export interface FlagChoice {
  /** Those not closed when left out. */
  status?: FlagStatus[] | null;
  codes?: RiskReasonCode[] | null;
  ownerEmail?: string | null;
  kind?: AccountKind | null;
  /** Only accounts no longer with us, instead of those that are. */
  lost?: boolean | null;
}

const NOT_CLOSED = [FlagStatus.OPEN, FlagStatus.ACKNOWLEDGED, FlagStatus.SNOOZED];

@Injectable()
export class FlagsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  async getFlag(id: string): Promise<Flag> {
    const flag = await this.transaction.one<Flag>(
      sql`SELECT ${select(Flag, 'f')} FROM flags f JOIN accounts a ON a.tenant_id = f.tenant_id AND a.id = f.account_id
          WHERE f.tenant_id = ${this.transaction.tenantId} AND f.id = ${id}`,
    );
    if (!flag) throw notFound('Flag', ['id']);
    return flag;
  }

  /** All flags of these accounts, closed ones too, by account. */
  async findOfAccounts(accountIds: readonly string[]): Promise<Map<string, Flag[]>> {
    const rows = await this.transaction.query<Flag>(this.listOf(accountIds).rows);
    return groupBy(rows, ({ accountId }) => accountId);
  }

  /** The same as a list to gather beside others. */
  listOf(accountIds: readonly string[]): List {
    // Account by account: while the table has just grown from nothing, the planner would read it from end to end.
    const rows = sql`SELECT ${select(Flag, 'f')} FROM unnest(${accountIds}::uuid[]) AS w(account_id) CROSS JOIN LATERAL (
      SELECT * FROM flags g WHERE g.tenant_id = ${this.transaction.tenantId} AND g.account_id = w.account_id OFFSET 0) f`;
    return { rows, instants: instantsOf(Flag) };
  }

  /** Flags across the base, latest first; on lost accounts only where they are asked for. */
  listFlags(page: PageArgs, choice: FlagChoice): Promise<Connection<Flag>> {
    const { tenantId } = this.transaction;
    return this.pages.list(
      this.listing(choice, [
        isLost(choice.lost ?? false),
        ...when(choice.kind, (kind) => sql`a.kind = ${kind}`),
        ...when(choice.ownerEmail, (email) => ownedBy(email, tenantId)),
      ]),
      page,
    );
  }

  /** One account's flags, latest first. */
  listOfAccount(accountId: string, page: PageArgs, choice: FlagChoice): Promise<Connection<Flag>> {
    return this.pages.listOf(this.listing(choice, []), sql`f.account_id`, accountId, page);
  }

  /** What happened to flags, oldest first, by flag. */
  async findHistory(flagIds: readonly string[]): Promise<Map<string, FlagEvent[]>> {
    const rows = await this.transaction.query<FlagEvent>(
      sql`SELECT ${select(FlagEvent, 'e')} FROM flag_events e
          WHERE e.tenant_id = ${this.transaction.tenantId} AND e.flag_id = ANY(${flagIds}::uuid[])
          ORDER BY e.at, e.id`,
    );
    return groupBy(rows, ({ flagId }) => flagId);
  }

  private listing({ status, codes }: FlagChoice, more: readonly Sql[]): Listing {
    return {
      name: 'flags',
      columns: select(Flag, 'f'),
      from: sql`flags f JOIN accounts a ON a.tenant_id = f.tenant_id AND a.id = f.account_id`,
      where: [
        sql`f.tenant_id = ${this.transaction.tenantId}`,
        sql`f.status = ANY(${status ?? NOT_CLOSED})`,
        ...when(codes, (wanted) => sql`f.code = ANY(${wanted})`),
        ...more,
      ],
      order: [
        { by: sql`f.opened_at`, type: 'timestamptz' },
        { by: sql`f.id`, type: 'uuid' },
      ],
      direction: 'DESC',
    };
  }
}
