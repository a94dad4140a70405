import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../access/access.reader.js';
import { User } from '../access/user.entity.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { loadBatched } from '../common/batching.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Interaction } from './interaction.entity.js';
import { LogInteractionInput } from './interactions.inputs.js';
import { InteractionsReader } from './interactions.reader.js';
import { InteractionsService } from './interactions.service.js';
import { LogInteractionPayload } from './interactions.types.js';

@Resolver(() => Interaction)
export class InteractionsResolver {
  constructor(
    private readonly service: InteractionsService,
    private readonly reader: InteractionsReader,
    private readonly accounts: AccountsReader,
    private readonly people: AccessReader,
  ) {}

  @Mutation(() => LogInteractionPayload, {
    description: 'Records a contact with stakeholders of an account.',
  })
  logInteraction(
    @Args('input', { type: () => LogInteractionInput, description: 'The contact.' })
    input: LogInteractionInput,
  ): Promise<LogInteractionPayload> {
    return this.service.logInteraction(input);
  }

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Interaction): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => [Stakeholder], { description: 'Who of the account took part.' })
  async stakeholders(@Parent() { id }: Interaction): Promise<Stakeholder[]> {
    return (await loadBatched(this, 'stakeholders', id, (ids) => this.reader.findParticipants(ids))) ?? [];
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Which of our people recorded it, where a person did.',
  })
  loggedBy(@Parent() { loggedById }: Interaction): Promise<User | null> | null {
    return loggedById ? loadBatched(this, 'loggedBy', loggedById, (ids) => this.people.findUsers(ids)) : null;
  }
}
