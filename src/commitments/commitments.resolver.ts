import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../access/access.reader.js';
import { User } from '../access/user.entity.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { loadBatched } from '../common/batching.js';
import { getId } from '../common/reference.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { commitmentStatusAt } from '../domain/promises/commitment-status.js';
import { CommitmentStatus } from '../domain/terms.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Commitment } from './commitment.entity.js';
import { MakeCommitmentInput } from './commitments.inputs.js';
import { CommitmentsReader } from './commitments.reader.js';
import { CommitmentsService } from './commitments.service.js';

@Resolver(() => Commitment)
export class CommitmentsResolver {
  constructor(
    private readonly service: CommitmentsService,
    private readonly reader: CommitmentsReader,
    private readonly accounts: AccountsReader,
    private readonly people: AccessReader,
    private readonly transaction: TenantTransaction,
  ) {}

  @Mutation(() => Commitment, { description: 'Records a promise of ours.' })
  makeCommitment(
    @Args('input', { type: () => MakeCommitmentInput, description: 'The promise.' })
    input: MakeCommitmentInput,
  ): Promise<Commitment> {
    return this.service.makeCommitment(input);
  }

  @Mutation(() => Commitment, {
    description: 'Records that a promise was kept, broken, or changed with their consent before it was due.',
  })
  settleCommitment(
    @Args('id', { type: () => ID, description: 'The promise.' }) id: string,
    @Args('status', { type: () => CommitmentStatus, description: 'KEPT, BROKEN or RENEGOTIATED.' })
    status: CommitmentStatus,
    @Args('at', { type: () => DateTimeScalar, description: 'When; not in the future.' }) at: string,
    @Args('note', {
      type: () => String,
      nullable: true,
      description: 'What was said, up to 20,000 characters.',
    })
    note: string | null,
  ): Promise<Commitment> {
    return this.service.settleCommitment(getId(id), status, at, note ?? null);
  }

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Commitment): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => [Stakeholder], { description: 'To whom it was made.' })
  async madeTo(@Parent() { id }: Commitment): Promise<Stakeholder[]> {
    return (await loadBatched(this, 'madeTo', id, (ids) => this.reader.findRecipients(ids))) ?? [];
  }

  @ResolveField(() => User, { nullable: true, description: 'Which of our people answers for it.' })
  owner(@Parent() { ownerId }: Commitment): Promise<User | null> | null {
    return ownerId ? loadBatched(this, 'owner', ownerId, (ids) => this.people.findUsers(ids)) : null;
  }

  @ResolveField(() => CommitmentStatus, { description: 'What has become of it by today: overdue is broken.' })
  status(@Parent() commitment: Commitment): CommitmentStatus {
    return commitmentStatusAt(commitment, this.transaction.now);
  }
}
