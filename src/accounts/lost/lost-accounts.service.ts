import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { CalendarDate } from '../../domain/facts.js';

/** Works out, for these accounts, since when each is no longer with us; null for one that is. */
export type FindLostOn = (accountIds: readonly string[]) => Promise<ReadonlyMap<string, CalendarDate | null>>;

/** Keeps on an account's row since when it is no longer with us, so that lists need no look at its events. */
@Injectable()
export class LostAccountsService {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * Writers of events of the same account wait for one another here, before either looks at what the other wrote. It
   * is no change of the account by anybody, so its version stays.
   */
  async refresh(accountIds: readonly string[], findLostOn: FindLostOn): Promise<void> {
    const ids = [...new Set(accountIds)].sort();
    if (ids.length === 0) return;
    const { tenantId } = this.transaction;
    await this.transaction.query(
      sql`SELECT a.id FROM accounts a WHERE a.tenant_id = ${tenantId} AND a.id = ANY(${ids}::uuid[])
          ORDER BY a.id FOR NO KEY UPDATE`,
    );
    const days = await findLostOn(ids);
    const lostOn = ids.map((id) => days.get(id) ?? null);
    await this.transaction.query(
      sql`UPDATE accounts a SET lost_on = r.lost_on
          FROM unnest(${ids}::uuid[], ${lostOn}::date[]) AS r(id, lost_on)
          WHERE a.tenant_id = ${tenantId} AND a.id = r.id AND a.lost_on IS DISTINCT FROM r.lost_on`,
    );
  }
}
