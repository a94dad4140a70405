import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { accountConditions } from '../../accounts/account-filter.reader.js';
import { MethodReader } from '../../assessment/judging/method.reader.js';
import { groupBy } from '../../common/batching.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { backtest } from '../../domain/loyalty/backtest/backtest.js';
import { backtestInWords, NOT_REPLAYED } from '../../domain/loyalty/backtest/reading.js';
import type { AccountTrack } from '../../domain/loyalty/backtest/track.js';
import { HistoryKnowledge } from '../../domain/loyalty/terms.js';
import { AccountKind } from '../../domain/terms.js';
import { LoyaltyEventsReader } from '../events/loyalty-events.reader.js';
import { type BacktestArgs, refuseUnfit } from './backtest.inputs.js';
import type { FlagBacktest } from './backtest.types.js';
import { SaidTracksReader } from './said-tracks.reader.js';

/** Holds what was said of accounts against what they did. */
@Injectable()
export class BacktestReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly methods: MethodReader,
    private readonly events: LoyaltyEventsReader,
    private readonly said: SaidTracksReader,
  ) {}

  /** INVALID_INPUT for a period that cannot be looked back on; LIMIT_EXCEEDED for more than one replay takes on. */
  async readBacktest(wanted: BacktestArgs): Promise<FlagBacktest> {
    const { today, now } = this.transaction;
    refuseUnfit(wanted, today);
    const { from, to, knowledge } = wanted;
    const { reportingCurrency: currency } = await this.methods.getMethod(now);
    const result = backtest(await this.readTracks(wanted), { from, to, today, currency });
    const isReplayed = knowledge === HistoryKnowledge.AS_HAPPENED;
    return {
      from,
      to,
      knowledge,
      currency,
      ...result,
      allLosses: result.losses,
      notReplayed: isReplayed ? [...NOT_REPLAYED] : [],
      reading: backtestInWords(result, isReplayed),
    };
  }

  private async readTracks(wanted: BacktestArgs): Promise<AccountTrack[]> {
    const accountIds = await this.findCustomers(wanted);
    const said = await this.said.readTracks(accountIds, wanted);
    const events = groupBy(
      await this.events.readStanding({ accountIds, to: this.transaction.today }),
      ({ accountId }) => accountId,
    );
    return said.map((track) => ({ ...track, events: events.get(track.accountId) ?? [] }));
  }

  private async findCustomers({ filter }: BacktestArgs): Promise<string[]> {
    const { tenantId } = this.transaction;
    const where = [
      sql`a.tenant_id = ${tenantId}`,
      ...accountConditions({ ...filter, kind: AccountKind.CUSTOMER }, tenantId),
    ];
    const rows = await this.transaction.query<{ id: string }>(
      sql`SELECT a.id FROM accounts a WHERE ${join(where, ' AND ')} ORDER BY a.id`,
    );
    return rows.map(({ id }) => id);
  }
}
