import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Needs } from '../common/asked/asked-for.decorator.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { keyBy, loadBatched } from '../common/batching.js';
import { ExternalId, RefInput } from '../common/reference.types.js';
import { idOf, inOrderOf, known, ResolveTogether } from '../common/together/resolve-together.decorator.js';
import { Stakeholder } from './stakeholder.entity.js';
import { StakeholderInput } from './stakeholders.inputs.js';
import { StakeholdersReader } from './stakeholders.reader.js';
import { StakeholdersService } from './stakeholders.service.js';
import { UpsertStakeholdersPayload, type StakeholderResult } from './stakeholders.types.js';

@Resolver(() => Stakeholder)
export class StakeholdersResolver {
  constructor(
    private readonly reader: StakeholdersReader,
    private readonly service: StakeholdersService,
    private readonly accounts: AccountsReader,
  ) {}

  @Query(() => Stakeholder, {
    nullable: true,
    description: 'One stakeholder; null if there is none you may see.',
  })
  stakeholder(
    @Args('ref', { type: () => RefInput, description: 'Which one.' }) ref: RefInput,
  ): Promise<Stakeholder | null> {
    return this.reader.findStakeholder(ref);
  }

  @Mutation(() => UpsertStakeholdersPayload, {
    description: 'Creates or changes stakeholders, up to 200 at a time.',
  })
  upsertStakeholders(
    @Args('stakeholders', { type: () => [StakeholderInput], description: 'The stakeholders.' })
    stakeholders: StakeholderInput[],
    @Args('atomic', { type: () => Boolean, nullable: true, defaultValue: false, description: 'All or none.' })
    atomic: boolean | null,
  ): Promise<{ results: StakeholderResult[] }> {
    return this.service.upsertStakeholders(stakeholders, atomic ?? false);
  }

  @Needs<Stakeholder>('accountId')
  @ResolveField(() => Account, { description: 'The account of the seat.' })
  account(@Parent() { accountId }: Stakeholder): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @Needs<Stakeholder>()
  @ResolveField(() => [ExternalId], { description: 'The ids it has in other systems.' })
  async externalIds(@Parent() { id }: Stakeholder): Promise<ExternalId[]> {
    return (await loadBatched(this, 'externalIds', id, (ids) => this.reader.findExternalIds(ids))) ?? [];
  }

  @Needs<Stakeholder>('reportsToId')
  @ResolveTogether(() => Stakeholder, { nullable: true, description: 'Whom they report to, where known.' })
  reportsTo(@Parent() people: readonly Stakeholder[]): Promise<(Stakeholder | null)[]> {
    const ids = people.map(({ reportsToId }) => reportsToId);
    return this.findAmong(people, ids);
  }

  @Needs<Stakeholder>('successorId')
  @ResolveTogether(() => Stakeholder, { nullable: true, description: 'Who took over from them.' })
  successor(@Parent() people: readonly Stakeholder[]): Promise<(Stakeholder | null)[]> {
    const ids = people.map(({ successorId }) => successorId);
    return this.findAmong(people, ids);
  }

  /** Most are among those at hand; only the others have to be read. */
  private async findAmong(
    atHand: readonly Stakeholder[],
    ids: readonly (string | null)[],
  ): Promise<(Stakeholder | null)[]> {
    const found = keyBy(atHand, idOf);
    const missing = known(ids).filter((id) => !found.has(id));
    if (missing.length === 0) return inOrderOf(ids, found);
    return inOrderOf(ids, new Map([...found, ...(await this.reader.findStakeholders(missing))]));
  }
}
