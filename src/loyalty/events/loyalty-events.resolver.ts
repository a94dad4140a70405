import { Args, ArgsType, Field, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import { Money } from '../../common/money.types.js';
import { ExternalId, getId } from '../../common/reference.types.js';
import { LoyaltyEvent } from './loyalty-event.entity.js';
import { LoyaltyEventInput } from './loyalty-events.inputs.js';
import { LoyaltyEventsService } from './loyalty-events.service.js';
import { RecordLoyaltyEventsPayload, type LoyaltyEventResult } from './loyalty-events.types.js';
import { TellingsReader } from './tellings.reader.js';

@ArgsType()
class WithdrawalArgs {
  @Field(() => ID, { description: 'The event as it stands.' })
  id!: string;

  @Field(() => String, { description: 'Why it is taken back, in 1 to 2,000 characters.' })
  @Matches(/\S/, { message: 'A withdrawal needs a reason.' })
  @Length(1, 2000, { message: 'A reason has 1 to 2,000 characters.' })
  reason!: string;
}

@Resolver(() => LoyaltyEvent)
export class LoyaltyEventsResolver {
  constructor(
    private readonly service: LoyaltyEventsService,
    private readonly tellings: TellingsReader,
    private readonly accounts: AccountsReader,
    private readonly people: AccessReader,
  ) {}

  @Mutation(() => RecordLoyaltyEventsPayload, {
    description:
      'Records what accounts were seen to do, up to 200 events at a time. None is ever changed: an event with a known ' +
      'external id and other content, or with `supersedes`, takes the place of the one before.',
  })
  recordLoyaltyEvents(
    @Args('events', { type: () => [LoyaltyEventInput], description: 'The events.' })
    events: LoyaltyEventInput[],
    @Args('atomic', { type: () => Boolean, nullable: true, defaultValue: false, description: 'All or none.' })
    atomic: boolean | null,
  ): Promise<{ results: LoyaltyEventResult[] }> {
    return this.service.recordLoyaltyEvents(events, atomic ?? false);
  }

  @Mutation(() => LoyaltyEvent, {
    description:
      'Takes back an event that never happened, and answers the record of that. Both stay; neither counts.',
  })
  withdrawLoyaltyEvent(@Args() { id, reason }: WithdrawalArgs): Promise<LoyaltyEvent> {
    return this.service.withdraw(getId(id), reason);
  }

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: LoyaltyEvent): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      'RENEWED: the annual value renewed; EXPANDED, CONTRACTED: the change per year; LOST, WON_BACK: the annual value ' +
      'lost or won back; REFERRED: that of the business it brought. Null where not known.',
  })
  amount(@Parent() { amount, currency }: LoyaltyEvent): Money | null {
    return amount !== null && currency !== null ? { amount, currency } : null;
  }

  @ResolveField(() => ExternalId, {
    nullable: true,
    description: 'The id under which another system told it.',
  })
  external(@Parent() { externalSystem, externalId }: LoyaltyEvent): ExternalId | null {
    return externalSystem !== null && externalId !== null ? { system: externalSystem, id: externalId } : null;
  }

  @ResolveField(() => User, { nullable: true, description: 'Which of our people recorded it.' })
  recordedBy(@Parent() { recordedById }: LoyaltyEvent): Promise<User | null> | null {
    return recordedById
      ? loadBatched(this, 'recordedBy', recordedById, (ids) => this.people.findUsers(ids))
      : null;
  }

  @ResolveField(() => LoyaltyEvent, {
    nullable: true,
    description: 'The correction or withdrawal that took its place, if any.',
  })
  supersededBy(@Parent() { id }: LoyaltyEvent): Promise<LoyaltyEvent | null> {
    return loadBatched(this, 'corrections', id, (ids) => this.tellings.findCorrections(ids));
  }
}
