import { Args, ArgsType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import type { LoyaltyEvent } from './loyalty-event.entity.js';
import { LoyaltyEventConnection } from './loyalty-events.types.js';
import { TellingsReader } from './tellings.reader.js';

@ArgsType()
class LoyaltyEventsPage extends pageArgs(25) {}

/** What loyalty events add to an account. */
@Resolver(() => Account)
export class AccountLoyaltyEventsResolver {
  constructor(private readonly tellings: TellingsReader) {}

  @ResolveField(() => LoyaltyEventConnection, {
    description:
      'What it was seen to do, the latest first; corrected and withdrawn events stay and name what took their place.',
  })
  loyaltyEvents(
    @Parent() { id }: Account,
    @Args() page: LoyaltyEventsPage,
  ): Promise<Connection<LoyaltyEvent>> {
    return this.tellings.listOfAccount(id, page);
  }
}
