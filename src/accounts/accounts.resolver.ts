import { Args, ArgsType, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
import { AccessReader } from '../access/access.reader.js';
import { User } from '../access/user.entity.js';
import { loadBatched } from '../common/batching.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { ExternalId, RefInput } from '../common/reference.types.js';
import { inOrderOf, known, ResolveTogether } from '../common/together/resolve-together.decorator.js';
import { Account } from './account.entity.js';
import { AccountFilter, AccountInput } from './accounts.inputs.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsService } from './accounts.service.js';
import {
  AccountConnection,
  StructureHeld,
  UpsertAccountsPayload,
  type AccountResult,
} from './accounts.types.js';

@ArgsType()
class AccountsPage extends pageArgs(25) {}

@Resolver(() => Account)
export class AccountsResolver {
  constructor(
    private readonly reader: AccountsReader,
    private readonly service: AccountsService,
    private readonly people: AccessReader,
  ) {}

  @Query(() => Account, { nullable: true, description: 'One account; null if there is none you may see.' })
  account(
    @Args('ref', { type: () => RefInput, description: 'Which one.' }) ref: RefInput,
  ): Promise<Account | null> {
    return this.reader.findAccount(ref);
  }

  @Query(() => AccountConnection, { description: 'Accounts by name.' })
  accounts(
    @Args() page: AccountsPage,
    @AskedFor() asked: Asked,
    @Args('filter', {
      type: () => AccountFilter,
      nullable: true,
      description: 'Which ones; all when left out.',
    }) // Optional rather than nullable: a union hides its class from the validation.
    filter?: AccountFilter,
  ): Promise<Connection<Account>> {
    return this.reader.listAccounts({ ...page, asked }, filter ?? null);
  }

  @Mutation(() => UpsertAccountsPayload, { description: 'Creates or changes accounts, up to 200 at a time.' })
  upsertAccounts(
    @Args('accounts', { type: () => [AccountInput], description: 'The accounts.' }) accounts: AccountInput[],
    @Args('atomic', { type: () => Boolean, nullable: true, defaultValue: false, description: 'All or none.' })
    atomic: boolean | null,
  ): Promise<{ results: AccountResult[] }> {
    return this.service.upsertAccounts(accounts, atomic ?? false);
  }

  @Needs<Account>()
  @ResolveField(() => [ExternalId], { description: 'The ids it has in other systems.' })
  async externalIds(@Parent() { id }: Account): Promise<ExternalId[]> {
    return (await loadBatched(this, 'externalIds', id, (ids) => this.reader.findExternalIds(ids))) ?? [];
  }

  @Needs<Account>()
  @ResolveField(() => [StructureHeld], {
    description: 'Who was taken to decide there, oldest first: reorganisations show here.',
  })
  async structureHistory(@Parent() { id }: Account): Promise<StructureHeld[]> {
    return (
      (await loadBatched(this, 'structureHistory', id, (ids) => this.reader.findStructuresHeld(ids))) ?? []
    );
  }

  @Needs<Account>('ownerId')
  @ResolveTogether(() => User, { nullable: true, description: 'The one of our people who looks after it.' })
  async owner(@Parent() accounts: readonly Account[]): Promise<(User | null)[]> {
    const ids = accounts.map(({ ownerId }) => ownerId);
    return inOrderOf(ids, await this.people.findUsers(known(ids)));
  }

  @Needs<Account>('parentId')
  @ResolveField(() => Account, {
    nullable: true,
    description: 'The account it belongs to, if you may see it.',
  })
  parent(@Parent() { parentId }: Account): Promise<Account | null> | null {
    return parentId ? loadBatched(this, 'parent', parentId, (ids) => this.reader.findAccounts(ids)) : null;
  }
}
