import { Args, ArgsType, Field, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { getId } from '../../common/reference.types.js';
import { DateScalar } from '../../common/scalars.js';
import { acknowledgeFlag, closeFlag, reopenFlag, snoozeFlag } from '../../domain/flags/flag-actions.js';
import { FlagStatus, RiskReasonCode } from '../../domain/judgement-terms.js';
import { AccountKind } from '../../domain/terms.js';
import { FlagEvent } from './flag-event.entity.js';
import { Flag } from './flag.entity.js';
import { FlagsReader } from './flags.reader.js';
import { FlagsService } from './flags.service.js';
import { FlagConnection, FlagPayload } from './flags.types.js';

@ArgsType()
class FlagsPage extends pageArgs(25) {
  @Field(() => [FlagStatus], {
    nullable: true,
    description: 'In one of these states; all that are not closed when left out.',
  })
  status?: FlagStatus[] | null;

  @Field(() => [RiskReasonCode], { nullable: true, description: 'For one of these reasons.' })
  codes?: RiskReasonCode[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'On accounts of the one of our people with this e-mail address.',
  })
  @IsOptional()
  @MaxLength(254)
  ownerEmail?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: on accounts no longer with us, instead of those that are.',
  })
  lost?: boolean | null;

  @Field(() => AccountKind, {
    nullable: true,
    description: 'On accounts of this kind: CUSTOMER leaves our own departments out.',
  })
  kind?: AccountKind | null;
}

const FLAG = { type: () => ID, description: 'The flag.' };

@Resolver(() => Flag)
export class FlagsResolver {
  constructor(
    private readonly reader: FlagsReader,
    private readonly service: FlagsService,
    private readonly accounts: AccountsReader,
  ) {}

  @Query(() => FlagConnection, {
    description: 'Flags across the base, latest first; those of lost accounts only when asked for.',
  })
  flags(@Args() { status, codes, ownerEmail, lost, kind, ...page }: FlagsPage): Promise<Connection<Flag>> {
    return this.reader.listFlags(page, { status, codes, ownerEmail, lost, kind });
  }

  @Mutation(() => FlagPayload, { description: 'Somebody has taken note of the flag.' })
  async acknowledgeFlag(@Args('id', FLAG) id: string): Promise<FlagPayload> {
    return { flag: await this.service.act(getId(id), acknowledgeFlag) };
  }

  @Mutation(() => FlagPayload, { description: 'Lets the flag rest until a day; it comes back by itself.' })
  async snoozeFlag(
    @Args('id', FLAG) id: string,
    @Args('until', { type: () => DateScalar, description: 'The day it comes back; still to come.' })
    until: string,
  ): Promise<FlagPayload> {
    return { flag: await this.service.act(getId(id), (flag, actor) => snoozeFlag(flag, until, actor)) };
  }

  @Mutation(() => FlagPayload, {
    description: 'Closes the flag for a reason; it stays closed while nothing changes.',
  })
  async closeFlag(
    @Args('id', FLAG) id: string,
    @Args('reason', { type: () => String, description: 'Why, in words.' }) reason: string,
  ): Promise<FlagPayload> {
    return { flag: await this.service.act(getId(id), (flag, actor) => closeFlag(flag, reason, actor)) };
  }

  @Mutation(() => FlagPayload, { description: 'Opens a closed flag again.' })
  async reopenFlag(
    @Args('id', FLAG) id: string,
    @Args('reason', { type: () => String, nullable: true, description: 'Why, in words.' })
    reason: string | null,
  ): Promise<FlagPayload> {
    return { flag: await this.service.act(getId(id), (flag, actor) => reopenFlag(flag, reason, actor)) };
  }

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Flag): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => [FlagEvent], { description: 'Its whole life, oldest first.' })
  async history(@Parent() { id }: Flag): Promise<FlagEvent[]> {
    return (await loadBatched(this, 'history', id, (ids) => this.reader.findHistory(ids))) ?? [];
  }
}
