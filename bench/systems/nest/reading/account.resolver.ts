import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Account, Money } from '../entities/account.entity.js';
import { Assessment } from '../entities/assessment.entity.js';
import { Interaction } from '../entities/interaction.entity.js';
import { TeamMember } from '../entities/ours.entity.js';
import { Problem } from '../entities/problem.entity.js';
import { AtRiskFilter, RefInput } from '../inputs.js';
import type { RequestContext } from '../request-context.js';
import { listAtRisk } from './at-risk.js';
import {
  AccountConnection,
  InteractionConnection,
  ProblemConnection,
  StakeholderConnection,
} from './pages.js';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection)
  atRiskAccounts(
    @Args('first', { type: () => Int }) first: number,
    @Args('filter', { type: () => AtRiskFilter }) filter: AtRiskFilter,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: RequestContext,
  ): Promise<AccountConnection> {
    return listAtRisk(context, first, filter, after);
  }

  @Query(() => Account, { nullable: true })
  account(
    @Args('ref', { type: () => RefInput }) ref: RefInput,
    @Context() { manager, tenantId }: RequestContext,
  ): Promise<Account | null> {
    return manager.getRepository(Account).findOneBy({ tenantId, id: ref.id });
  }

  @ResolveField(() => Money, { nullable: true })
  annualValue(@Parent() { annualAmount, annualCurrency }: Account): Money | null {
    return annualAmount === null ? null : { amount: annualAmount, currency: annualCurrency ?? '' };
  }

  @ResolveField(() => Assessment, { nullable: true })
  async assessment(
    @Parent() { id }: Account,
    @Context() { loaders }: RequestContext,
  ): Promise<Assessment | null> {
    return (await loaders.assessment.load(id))[0] ?? null;
  }

  @ResolveField(() => StakeholderConnection)
  async stakeholders(
    @Parent() { id }: Account,
    @Args('first', { type: () => Int }) first: number,
    @Context() { loaders }: RequestContext,
  ): Promise<StakeholderConnection> {
    return { nodes: (await loaders.stakeholders.load(id)).slice(0, first) };
  }

  @ResolveField(() => InteractionConnection)
  async interactions(
    @Parent() { id }: Account,
    @Args('first', { type: () => Int }) first: number,
    @Context() { manager, tenantId }: RequestContext,
  ): Promise<InteractionConnection> {
    const order = { occurredAt: 'DESC', id: 'DESC' } as const;
    const where = { tenantId, accountId: id };
    return { nodes: await manager.getRepository(Interaction).find({ where, order, take: first }) };
  }

  @ResolveField(() => ProblemConnection)
  async problems(
    @Parent() { id }: Account,
    @Args('first', { type: () => Int }) first: number,
    @Context() { manager, tenantId }: RequestContext,
  ): Promise<ProblemConnection> {
    const order = { occurredAt: 'DESC', id: 'DESC' } as const;
    const where = { tenantId, accountId: id };
    return { nodes: await manager.getRepository(Problem).find({ where, order, take: first }) };
  }

  @ResolveField(() => [TeamMember])
  team(@Parent() { id }: Account, @Context() { loaders }: RequestContext): Promise<TeamMember[]> {
    return loaders.team.load(id);
  }
}
