import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Money } from '../entities/account.entity.js';
import { Assessment } from '../entities/assessment.entity.js';
import { Interaction } from '../entities/interaction.entity.js';
import { TeamMember } from '../entities/ours.entity.js';
import { Stakeholder } from '../entities/stakeholder.entity.js';
import { User } from '../entities/user.entity.js';
import type { RequestContext } from '../request-context.js';
import { AnswerConnection } from './pages.js';

@Resolver(() => Assessment)
export class AssessmentResolver {
  @ResolveField(() => Money, { nullable: true })
  valueAtRisk(@Parent() { amountAtRisk, currency }: Assessment): Money | null {
    return amountAtRisk === null ? null : { amount: amountAtRisk, currency: currency ?? '' };
  }
}

@Resolver(() => Stakeholder)
export class StakeholderResolver {
  @ResolveField(() => String)
  fullName(@Parent() { person }: Stakeholder): string {
    return person.fullName;
  }

  @ResolveField(() => Stakeholder, { nullable: true })
  reportsTo(
    @Parent() { reportsToId }: Stakeholder,
    @Context() { loaders }: RequestContext,
  ): Promise<Stakeholder | null> | null {
    return reportsToId ? loaders.stakeholder.load(reportsToId) : null;
  }

  @ResolveField(() => AnswerConnection)
  async answers(
    @Parent() { id }: Stakeholder,
    @Args('first', { type: () => Int }) first: number,
    @Context() { loaders }: RequestContext,
  ): Promise<AnswerConnection> {
    return { nodes: (await loaders.lastAnswer.load(id)).slice(0, first) };
  }
}

@Resolver(() => Interaction)
export class InteractionResolver {
  @ResolveField(() => User, { nullable: true })
  loggedBy(
    @Parent() { loggedById }: Interaction,
    @Context() { loaders }: RequestContext,
  ): Promise<User | null> | null {
    return loggedById ? loaders.user.load(loggedById) : null;
  }

  @ResolveField(() => [Stakeholder])
  async stakeholders(
    @Parent() { id }: Interaction,
    @Context() { loaders }: RequestContext,
  ): Promise<Stakeholder[]> {
    return (await loaders.participants.load(id)).map(({ stakeholder }) => stakeholder);
  }
}

@Resolver(() => TeamMember)
export class TeamMemberResolver {
  @ResolveField(() => User)
  user(@Parent() { userId }: TeamMember, @Context() { loaders }: RequestContext): Promise<User | null> {
    return loaders.user.load(userId);
  }

  @ResolveField(() => [Stakeholder])
  async counterparts(
    @Parent() { id }: TeamMember,
    @Context() { loaders }: RequestContext,
  ): Promise<Stakeholder[]> {
    return (await loaders.counterparts.load(id)).map(({ stakeholder }) => stakeholder);
  }
}
