import { Args, ArgsType, Field, Parent, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
import { Account } from '../accounts/account.entity.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { idOf, ResolveTogether } from '../common/together/resolve-together.decorator.js';
import { ProblemStatus } from '../domain/terms.js';
import type { Problem } from './problem.entity.js';
import { ProblemsReader } from './problems.reader.js';
import { ProblemConnection } from './problems.types.js';

@ArgsType()
class ProblemsPage extends pageArgs(25) {
  @Field(() => ProblemStatus, { nullable: true, description: 'Only open or only resolved ones.' })
  status?: ProblemStatus | null;
}

/** What problems add to an account. */
@Resolver(() => Account)
export class AccountProblemsResolver {
  constructor(private readonly reader: ProblemsReader) {}

  @Needs<Account>()
  @ResolveTogether(() => ProblemConnection, { description: 'What went wrong, latest first.' })
  problems(
    @Parent() accounts: readonly Account[],
    @Args() { status, ...page }: ProblemsPage,
    @AskedFor() asked: Asked,
  ): Promise<Connection<Problem>[]> {
    return this.reader.listOfAccounts(accounts.map(idOf), { ...page, asked }, status);
  }
}
