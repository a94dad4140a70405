import { Args, Mutation, Parent, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
import { AccessReader } from '../access/access.reader.js';
import { User } from '../access/user.entity.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import {
  idOf,
  inOrderOf,
  listsInOrderOf,
  ResolveTogether,
} from '../common/together/resolve-together.decorator.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { TeamMember } from './team-member.entity.js';
import { LeaveTeamInput, TeamMemberInput } from './team.inputs.js';
import { TeamReader } from './team.reader.js';
import { TeamService } from './team.service.js';

@Resolver(() => TeamMember)
export class TeamMemberResolver {
  constructor(
    private readonly reader: TeamReader,
    private readonly people: AccessReader,
  ) {}

  @ResolveTogether(() => User, { description: 'Who.' })
  async user(@Parent() members: readonly TeamMember[]): Promise<(User | null)[]> {
    const ids = members.map(({ userId }) => userId);
    return inOrderOf(ids, await this.people.findUsers(ids));
  }

  @ResolveTogether(() => [Stakeholder], { description: 'The stakeholders they look after.' })
  async counterparts(
    @Parent() members: readonly TeamMember[],
    @AskedFor() asked: Asked,
  ): Promise<Stakeholder[][]> {
    const ids = members.map(idOf);
    return listsInOrderOf(ids, await this.reader.findCounterparts(ids, asked));
  }
}

/** Our people on an account. */
@Resolver(() => Account)
export class AccountTeamResolver {
  constructor(
    private readonly service: TeamService,
    private readonly reader: TeamReader,
    private readonly accounts: AccountsReader,
  ) {}

  @Needs<Account>()
  @ResolveTogether(() => [TeamMember], { description: 'Our people on it now, the leader first.' })
  async team(@Parent() accounts: readonly Account[]): Promise<TeamMember[][]> {
    const ids = accounts.map(idOf);
    return listsInOrderOf(ids, await this.reader.findTeams(ids));
  }

  @Mutation(() => Account, {
    description: 'Puts one of our people on an account, or changes what they stand for there.',
  })
  async assignTeamMember(
    @Args('input', { type: () => TeamMemberInput, description: 'Who, and for what.' }) input: TeamMemberInput,
  ): Promise<Account> {
    const { id } = await this.accounts.getAccount(input.account, ['input', 'account']);
    await this.service.assign(id, input);
    return this.accounts.getAccount({ id }, ['input', 'account']);
  }

  @Mutation(() => Account, {
    description:
      'Takes one of our people off an account; what they leave passes to a successor or stays visible.',
  })
  async leaveTeam(
    @Args('input', { type: () => LeaveTeamInput, description: 'Who, and who follows.' })
    input: LeaveTeamInput,
  ): Promise<Account> {
    const { id } = await this.accounts.getAccount(input.account, ['input', 'account']);
    await this.service.leave(id, input.userEmail, input.until ?? null, input.successorEmail ?? null);
    return this.accounts.getAccount({ id }, ['input', 'account']);
  }
}
