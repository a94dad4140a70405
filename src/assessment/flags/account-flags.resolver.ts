import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { loadBatched } from '../../common/batching.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { FlagStatus } from '../../domain/judgement-terms.js';
import { FlagEvent } from './flag-event.entity.js';
import type { Flag } from './flag.entity.js';
import { FlagsReader } from './flags.reader.js';
import { FlagConnection } from './flags.types.js';

@ArgsType()
class AccountFlagsPage extends pageArgs(25) {
  @Field(() => [FlagStatus], {
    nullable: true,
    description: 'In one of these states; all that are not closed when left out.',
  })
  status?: FlagStatus[] | null;
}

/** What flags add to an account. */
@Resolver(() => Account)
export class AccountFlagsResolver {
  constructor(private readonly reader: FlagsReader) {}

  @ResolveField(() => FlagConnection, { description: 'Its flags, latest first.' })
  flags(@Parent() { id }: Account, @Args() { status, ...page }: AccountFlagsPage): Promise<Connection<Flag>> {
    return this.reader.listOfAccount(id, page, { status });
  }
}

@Resolver(() => FlagEvent)
export class FlagEventResolver {
  constructor(private readonly people: AccessReader) {}

  @ResolveField(() => User, { nullable: true, description: 'Who did it; null for the method.' })
  by(@Parent() { byId }: FlagEvent): Promise<User | null> | null {
    return byId ? loadBatched(this, 'by', byId, (ids) => this.people.findUsers(ids)) : null;
  }
}
