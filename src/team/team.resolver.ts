import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../access/access.reader.js';
import { User } from '../access/user.entity.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { loadBatched } from '../common/batching.js';
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

  @ResolveField(() => User, { description: 'Who.' })
  user(@Parent() { userId }: TeamMember): Promise<User | null> {
    return loadBatched(this, 'user', userId, (ids) => this.people.findUsers(ids));
  }

  @ResolveField(() => [Stakeholder], { description: 'The stakeholders they look after.' })
  async counterparts(@Parent() { id }: TeamMember): Promise<Stakeholder[]> {
    return (await loadBatched(this, 'counterparts', id, (ids) => this.reader.findCounterparts(ids))) ?? [];
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

  @ResolveField(() => [TeamMember], { description: 'Our people on it now, the leader first.' })
  async team(@Parent() { id }: Account): Promise<TeamMember[]> {
    return (await loadBatched(this, 'team', id, (ids) => this.reader.findTeams(ids))) ?? [];
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
