import { Injectable } from '@nestjs/common';
import { StrataError } from '../../common/errors.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { balanceOf } from '../../domain/advocacy/balance.js';
import type { CalendarDate } from '../../domain/facts.js';
import { dateOf, daysBefore, type Period } from '../../domain/instants.js';
import { AccountAdvocacyReader } from '../account-advocacy.reader.js';
import type { AccountBalance } from './balance.types.js';

/** From which day to which; null where it was left open. */
export interface Days {
  from: CalendarDate | null;
  to: CalendarDate | null;
}

const YEAR = 365;
const ENTRIES_SHOWN = 100;

/** Sets what we asked of accounts against what we gave them. */
@Injectable()
export class BalanceReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountAdvocacyReader,
  ) {}

  /** INVALID_INPUT for a period that ends before it begins. */
  async findBalances(accountIds: readonly string[], days: Days): Promise<Map<string, AccountBalance>> {
    const period = this.periodOf(days);
    const accounts = await this.accounts.read(accountIds);
    return new Map(
      [...accounts].map(([id, { facts, advocacy }]) => {
        const { entries, ...sums } = balanceOf(facts, advocacy, period);
        return [id, { ...sums, entries: entries.slice(0, ENTRIES_SHOWN) }];
      }),
    );
  }

  private periodOf({ from, to }: Days): Period {
    const last = `${to ?? this.transaction.today}T23:59:59.999Z`;
    const first = from ?? dateOf(daysBefore(last, YEAR));
    if (first > dateOf(last))
      throw new StrataError('INVALID_INPUT', 'A period ends after it begins.', ['from']);
    return { from: `${first}T00:00:00.000Z`, to: last };
  }
}
