import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Needs } from '../common/asked/asked-for.decorator.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { loadBatched } from '../common/batching.js';
import { RefInput } from '../common/reference.types.js';
import { ProblemEvent } from './problem-event.entity.js';
import { ProblemKnowledgeReader } from './ledger/problem-knowledge.reader.js';
import { Problem } from './problem.entity.js';
import { ProblemsReader } from './problems.reader.js';
import { StakeholderKnowledge } from './problems.types.js';

@Resolver(() => Problem)
export class ProblemsResolver {
  constructor(
    private readonly reader: ProblemsReader,
    private readonly knowledgeReader: ProblemKnowledgeReader,
    private readonly accounts: AccountsReader,
  ) {}

  @Query(() => Problem, { nullable: true, description: 'One problem; null if there is none you may see.' })
  problem(
    @Args('ref', { type: () => RefInput, description: 'Which one.' }) ref: RefInput,
  ): Promise<Problem | null> {
    return this.reader.findProblem(ref);
  }

  @Needs<Problem>('accountId')
  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Problem): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @Needs<Problem>('repeatsId')
  @ResolveField(() => Problem, {
    nullable: true,
    description: 'The earlier problem that somebody said this one repeats.',
  })
  repeats(@Parent() { repeatsId }: Problem): Promise<Problem | null> | null {
    return repeatsId ? loadBatched(this, 'repeats', repeatsId, (ids) => this.reader.findProblems(ids)) : null;
  }

  @Needs<Problem>()
  @ResolveField(() => [ProblemEvent], {
    description: 'When it was solved and when it stood again, oldest first.',
  })
  async history(@Parent() { id }: Problem): Promise<ProblemEvent[]> {
    return (await loadBatched(this, 'history', id, (ids) => this.reader.findEvents(ids))) ?? [];
  }

  @Needs<Problem>()
  @ResolveField(() => [StakeholderKnowledge], {
    description: 'Who at the account knows what of it: everybody there today, the unaware included.',
  })
  async knowledge(@Parent() { id }: Problem): Promise<StakeholderKnowledge[]> {
    return (await loadBatched(this, 'knowledge', id, (ids) => this.knowledgeReader.findKnowledge(ids))) ?? [];
  }
}
