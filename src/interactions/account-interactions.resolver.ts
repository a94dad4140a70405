import { Args, ArgsType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../accounts/account.entity.js';
import { pageArgs, type Connection } from '../common/connection.types.js';
import type { Interaction } from './interaction.entity.js';
import { InteractionsReader } from './interactions.reader.js';
import { InteractionConnection } from './interactions.types.js';

@ArgsType()
class InteractionsPage extends pageArgs(25) {}

/** What interactions add to an account. */
@Resolver(() => Account)
export class AccountInteractionsResolver {
  constructor(private readonly reader: InteractionsReader) {}

  @ResolveField(() => InteractionConnection, { description: 'Contacts with its people, latest first.' })
  interactions(@Parent() { id }: Account, @Args() page: InteractionsPage): Promise<Connection<Interaction>> {
    return this.reader.listOfAccount(id, page);
  }
}
