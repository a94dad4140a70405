import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { FlagStep } from '../../domain/flags/flag.js';
import { Standing } from '../../domain/judgement-terms.js';
import type { FlagSpell, Spell, ValueHeld } from '../../domain/loyalty/backtest/track.js';
import type { SaidTrack } from './replay/replays.reader.js';

type OfAccount<Row> = Row & { accountId: string };

interface StandingHeld extends Spell {
  standing: Standing;
}

/** Reads what was said of accounts at the time, as it was recorded then. Nothing is worked out anew. */
@Injectable()
export class RecordedTracksReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** By what was recorded up to the end of a day. */
  async readTracks(accountIds: readonly string[], to: string): Promise<SaidTrack[]> {
    const end = `${to}T23:59:59.999Z`;
    const flags = groupBy(await this.readFlags(accountIds, end), ofAccount);
    const standings = groupBy(await this.readStandings(accountIds, end), ofAccount);
    const values = groupBy(await this.readValues(accountIds, end), ofAccount);
    return accountIds.map((accountId) => {
      const held = standings.get(accountId) ?? [];
      return {
        accountId,
        judgedFrom: held[0]?.from ?? null,
        flags: flags.get(accountId) ?? [],
        atRisk: held.filter(({ standing }) => standing === Standing.AT_RISK),
        values: values.get(accountId) ?? [],
      };
    });
  }

  private readFlags(accountIds: readonly string[], end: string): Promise<OfAccount<FlagSpell>[]> {
    return this.transaction.query(
      sql`SELECT x."accountId", x.code, x."from", x."to" FROM (
            SELECT f.account_id AS "accountId", f.code, e.step, e.at AS "from",
              lead(e.at) OVER (PARTITION BY e.flag_id ORDER BY e.at, e.id) AS "to"
            FROM flag_events e JOIN flags f ON f.tenant_id = e.tenant_id AND f.id = e.flag_id
            WHERE e.tenant_id = ${this.transaction.tenantId} AND f.account_id = ANY(${accountIds}::uuid[])
              AND e.at <= ${end} AND e.step IN (${FlagStep.OPENED}, ${FlagStep.REOPENED}, ${FlagStep.CLOSED})) x
          WHERE x.step <> ${FlagStep.CLOSED} ORDER BY x."from"`,
    );
  }

  private readStandings(accountIds: readonly string[], end: string): Promise<OfAccount<StandingHeld>[]> {
    return this.transaction.query(
      sql`SELECT y."accountId", y.standing, y."from",
            lead(y."from") OVER (PARTITION BY y."accountId" ORDER BY y."from", y.id) AS "to"
          FROM (SELECT c.account_id AS "accountId", c.id, c.standing, c.assessed_at AS "from",
                  lag(c.standing) OVER (PARTITION BY c.account_id ORDER BY c.assessed_at, c.id) AS before
                FROM assessment_changes c
                WHERE c.tenant_id = ${this.transaction.tenantId} AND c.account_id = ANY(${accountIds}::uuid[])
                  AND c.assessed_at <= ${end}) y
          WHERE y.standing IS DISTINCT FROM y.before ORDER BY y."from", y.id`,
    );
  }

  private readValues(accountIds: readonly string[], end: string): Promise<OfAccount<ValueHeld>[]> {
    return this.transaction.query(
      sql`SELECT t.account_id AS "accountId", t.recorded_at AS "from", t.annual_amount::text AS amount,
            t.annual_currency AS currency
          FROM account_states t
          WHERE t.tenant_id = ${this.transaction.tenantId} AND t.account_id = ANY(${accountIds}::uuid[])
            AND t.recorded_at <= ${end}
          ORDER BY t.recorded_at, t.id`,
    );
  }
}

function ofAccount({ accountId }: { accountId: string }): string {
  return accountId;
}
