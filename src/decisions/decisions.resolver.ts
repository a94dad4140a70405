import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { loadBatched } from '../common/batching.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../stakeholders/stakeholders.reader.js';
import { Decision } from './decision.entity.js';
import { RecordDecisionInput } from './decisions.inputs.js';
import { DecisionsReader } from './decisions.reader.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionConnection } from './decisions.types.js';

@ArgsType()
class DecisionsPage extends pageArgs(25) {}

@Resolver(() => Decision)
export class DecisionsResolver {
  constructor(
    private readonly service: DecisionsService,
    private readonly stakeholders: StakeholdersReader,
    private readonly accounts: AccountsReader,
  ) {}

  @Mutation(() => Decision, {
    description: 'Records a decision of the customer that we observed. Three or more tell the structure.',
  })
  recordDecision(
    @Args('input', { type: () => RecordDecisionInput, description: 'The decision.' })
    input: RecordDecisionInput,
  ): Promise<Decision> {
    return this.service.recordDecision(input);
  }

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Decision): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => Stakeholder, { nullable: true, description: 'Who decided, where known.' })
  decidedBy(@Parent() { decidedById }: Decision): Promise<Stakeholder | null> | null {
    return decidedById
      ? loadBatched(this, 'decidedBy', decidedById, (ids) => this.stakeholders.findStakeholders(ids))
      : null;
  }
}

/** What observed decisions add to an account. */
@Resolver(() => Account)
export class AccountDecisionsResolver {
  constructor(private readonly reader: DecisionsReader) {}

  @ResolveField(() => DecisionConnection, {
    description: 'Decisions of theirs that we observed, latest first.',
  })
  decisions(@Parent() { id }: Account, @Args() page: DecisionsPage): Promise<Connection<Decision>> {
    return this.reader.listOfAccount(id, page);
  }
}
