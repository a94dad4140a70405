import { Args, ArgsType, Parent, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
import { Account } from '../accounts/account.entity.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { idOf, ResolveTogether } from '../common/together/resolve-together.decorator.js';
import type { Interaction } from './interaction.entity.js';
import { InteractionsReader } from './interactions.reader.js';
import { InteractionConnection } from './interactions.types.js';

@ArgsType()
class InteractionsPage extends pageArgs(25) {}

/** What interactions add to an account. */
@Resolver(() => Account)
export class AccountInteractionsResolver {
  constructor(private readonly reader: InteractionsReader) {}

  @Needs<Account>()
  @ResolveTogether(() => InteractionConnection, { description: 'Contacts with its people, latest first.' })
  interactions(
    @Parent() accounts: readonly Account[],
    @Args() page: InteractionsPage,
    @AskedFor() asked: Asked,
  ): Promise<Connection<Interaction>[]> {
    return this.reader.listOfAccounts(accounts.map(idOf), { ...page, asked });
  }
}
