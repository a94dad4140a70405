import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../accounts/account.entity.js';
import { loadBatched } from '../common/batching.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { promiseKeeping } from '../domain/promises/promise-keeping.js';
import { CommitmentStatus } from '../domain/terms.js';
import type { Commitment } from './commitment.entity.js';
import { CommitmentsReader } from './commitments.reader.js';
import { CommitmentConnection, PromiseKeeping } from './commitments.types.js';

@ArgsType()
class CommitmentsPage extends pageArgs(25) {
  @Field(() => CommitmentStatus, {
    nullable: true,
    description: 'Only those of which this has become by today.',
  })
  status?: CommitmentStatus | null;
}

/** What commitments add to an account. */
@Resolver(() => Account)
export class AccountCommitmentsResolver {
  constructor(
    private readonly reader: CommitmentsReader,
    private readonly transaction: TenantTransaction,
  ) {}

  @ResolveField(() => CommitmentConnection, {
    description: 'What we promised there, the one due last first.',
  })
  commitments(
    @Parent() { id }: Account,
    @Args() { status, ...page }: CommitmentsPage,
  ): Promise<Connection<Commitment>> {
    return this.reader.listOfAccount(id, page, status);
  }

  @ResolveField(() => PromiseKeeping, { description: 'How well we kept our promises there.' })
  async promiseKeeping(@Parent() { id }: Account): Promise<PromiseKeeping> {
    const { now } = this.transaction;
    const facts = await loadBatched(this, 'facts', id, (ids) => this.reader.readFacts(ids, now));
    return promiseKeeping(facts ?? [], now);
  }
}
