import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../access/access.reader.js';
import { User } from '../access/user.entity.js';
import { loadBatched } from '../common/batching.js';
import { DateScalar } from '../common/scalars.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { daysBefore } from '../domain/instants.js';
import { promiseKeepingByOwner } from '../domain/promises/promise-keeping.js';
import { CommitmentsReader } from './commitments.reader.js';
import { PromiseKeepingOf } from './commitments.types.js';

const A_YEAR = 365;

/** How well each of our people keeps what they promise. */
@Resolver(() => PromiseKeepingOf)
export class PromiseKeepingResolver {
  constructor(
    private readonly reader: CommitmentsReader,
    private readonly people: AccessReader,
    private readonly transaction: TenantTransaction,
  ) {}

  @Query(() => [PromiseKeepingOf], {
    description:
      'How well each of our people kept their promises, over the accounts you may see; those nobody is named for come last.',
  })
  async promiseKeepingByOwner(
    @Args('dueSince', {
      type: () => DateScalar,
      nullable: true,
      description: 'Promises due since this day; of the last 365 days when left out.',
    })
    dueSince?: string | null,
  ): Promise<PromiseKeepingOf[]> {
    const { now } = this.transaction;
    const promises = await this.reader.readFactsDueSince(dueSince ?? daysBefore(now, A_YEAR).slice(0, 10));
    return promiseKeepingByOwner(promises, now);
  }

  @ResolveField(() => User, { nullable: true, description: 'Who; null for promises nobody is named for.' })
  owner(@Parent() { ownerId }: PromiseKeepingOf): Promise<User | null> | null {
    return ownerId ? loadBatched(this, 'owner', ownerId, (ids) => this.people.findUsers(ids)) : null;
  }
}
