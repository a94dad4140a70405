import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { loadBatched } from '../../common/batching.js';
import { DateScalar } from '../../common/scalars.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { BalanceReader } from './balance.reader.js';
import { AccountBalance, BalanceEntry } from './balance.types.js';

@ArgsType()
class BalancePeriod {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day; a year before the last one when left out.',
  })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today when left out.' })
  to?: string | null;
}

/** Whether we take more from an account than we give. */
@Resolver(() => Account)
export class AccountBalanceResolver {
  constructor(private readonly reader: BalanceReader) {}

  @ResolveField(() => AccountBalance, {
    description: 'What we asked of its people against what we gave them.',
  })
  balance(@Parent() { id }: Account, @Args() { from, to }: BalancePeriod): Promise<AccountBalance | null> {
    const days = { from: from ?? null, to: to ?? null };
    return loadBatched(this, `balance ${JSON.stringify(days)}`, id, (ids) =>
      this.reader.findBalances(ids, days),
    );
  }
}

@Resolver(() => BalanceEntry)
export class BalanceEntryResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'Who gave or was given it.' })
  stakeholder(@Parent() { stakeholderId }: BalanceEntry): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.people.findStakeholders(ids));
  }
}
