import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
import { AccessReader } from '../access/access.reader.js';
import { User } from '../access/user.entity.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { loadBatched } from '../common/batching.js';
import {
  idOf,
  inOrderOf,
  known,
  listsInOrderOf,
  ResolveTogether,
} from '../common/together/resolve-together.decorator.js';
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

  @Needs<Interaction>('accountId')
  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Interaction): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @Needs<Interaction>()
  @ResolveTogether(() => [Stakeholder], { description: 'Who of the account took part.' })
  async stakeholders(
    @Parent() interactions: readonly Interaction[],
    @AskedFor() asked: Asked,
  ): Promise<Stakeholder[][]> {
    const ids = interactions.map(idOf);
    return listsInOrderOf(ids, await this.reader.findParticipants(ids, asked));
  }

  @Needs<Interaction>('loggedById')
  @ResolveTogether(() => User, {
    nullable: true,
    description: 'Which of our people recorded it, where a person did.',
  })
  async loggedBy(@Parent() interactions: readonly Interaction[]): Promise<(User | null)[]> {
    const ids = interactions.map(({ loggedById }) => loggedById);
    return inOrderOf(ids, await this.people.findUsers(known(ids)));
  }
}
