import { Args, ArgsType, Field, Parent, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
import { Account } from '../accounts/account.entity.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { idOf, ResolveTogether } from '../common/together/resolve-together.decorator.js';
import { OrganisationLevel } from '../domain/terms.js';
import type { Stakeholder } from './stakeholder.entity.js';
import { StakeholdersReader } from './stakeholders.reader.js';
import { StakeholderConnection } from './stakeholders.types.js';

@ArgsType()
class StakeholdersPage extends pageArgs(50) {
  @Field(() => OrganisationLevel, { nullable: true, description: 'Only people of this level.' })
  level?: OrganisationLevel | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Also people who have left.' })
  includeFormer?: boolean | null;
}

/** What stakeholders add to an account. */
@Resolver(() => Account)
export class AccountStakeholdersResolver {
  constructor(private readonly reader: StakeholdersReader) {}

  @Needs<Account>()
  @ResolveTogether(() => StakeholderConnection, {
    description: 'Its people, in the order they became known.',
  })
  stakeholders(
    @Parent() accounts: readonly Account[],
    @Args() { level, includeFormer, ...page }: StakeholdersPage,
    @AskedFor() asked: Asked,
  ): Promise<Connection<Stakeholder>[]> {
    return this.reader.listOfAccounts(accounts.map(idOf), { ...page, asked }, { level, includeFormer });
  }
}
