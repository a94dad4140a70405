import { Args, ArgsType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import { type Connection, pageArgs } from '../../common/pages/connection.types.js';
import type { LossLookedAt } from '../../domain/loyalty/backtest/losses.js';
import { BacktestArgs } from './backtest.inputs.js';
import { BacktestReader } from './backtest.reader.js';
import { FlagBacktest } from './backtest.types.js';
import { pageOfLosses } from './loss-pages.js';
import { BacktestLoss, BacktestLossConnection } from './loss.types.js';

@ArgsType()
class LossPage extends pageArgs(25) {}

@Resolver(() => FlagBacktest)
export class BacktestResolver {
  constructor(private readonly reader: BacktestReader) {}

  @Query(() => FlagBacktest, {
    description:
      'Of the accounts lost in a period, which were flagged in the year before, by what and how long ahead; of the flags ' +
      'opened in it, which were followed by a loss within a year. Nothing that came later than a day counts on that day.',
  })
  flagBacktest(@Args() wanted: BacktestArgs): Promise<FlagBacktest> {
    return this.reader.readBacktest(wanted);
  }

  @ResolveField(() => BacktestLossConnection, { description: 'The losses one by one, latest first.' })
  losses(@Parent() { allLosses }: FlagBacktest, @Args() page: LossPage): Connection<LossLookedAt> {
    return pageOfLosses(allLosses, page);
  }
}

/** What a loss adds. */
@Resolver(() => BacktestLoss)
export class BacktestLossResolver {
  constructor(private readonly accounts: AccountsReader) {}

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: BacktestLoss): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }
}
