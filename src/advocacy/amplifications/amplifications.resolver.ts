import { Args, ArgsType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { Kit } from '../kits/kit.entity.js';
import { KitsReader } from '../kits/kits.reader.js';
import { Amplification } from './amplification.entity.js';
import { AmplificationsReader } from './amplifications.reader.js';
import { AmplificationConnection, AskConnection } from './amplifications.types.js';
import { Ask } from './ask.entity.js';
import { Hearer } from './hearer.entity.js';

@ArgsType()
class AmplificationsPage extends pageArgs(25) {}
@ArgsType()
class AsksPage extends pageArgs(25) {}

@Resolver(() => Amplification)
export class AmplificationsResolver {
  constructor(
    private readonly reader: AmplificationsReader,
    private readonly accounts: AccountsReader,
    private readonly people: StakeholdersReader,
    private readonly kits: KitsReader,
  ) {}

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Amplification): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => Stakeholder, { description: 'Who spoke.' })
  advocate(@Parent() { advocateId }: Amplification): Promise<Stakeholder | null> {
    return loadBatched(this, 'advocate', advocateId, (ids) => this.people.findStakeholders(ids));
  }

  @ResolveField(() => [Hearer], { description: 'Who heard it.' })
  async audience(@Parent() { id }: Amplification): Promise<Hearer[]> {
    return (await loadBatched(this, 'audience', id, (ids) => this.reader.findHearers(ids))) ?? [];
  }

  @ResolveField(() => Kit, { nullable: true, description: 'The kit that was used.' })
  kit(@Parent() { kitId }: Amplification): Promise<Kit | null> | null {
    return kitId ? loadBatched(this, 'kit', kitId, (ids) => this.kits.findKits(ids)) : null;
  }
}

@Resolver(() => Hearer)
export class HearerResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'Who.' })
  stakeholder(@Parent() { stakeholderId }: Hearer): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.people.findStakeholders(ids));
  }
}

@Resolver(() => Ask)
export class AskResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'Who was asked.' })
  stakeholder(@Parent() { stakeholderId }: Ask): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.people.findStakeholders(ids));
  }
}

/** What amplifications add to an account. */
@Resolver(() => Account)
export class AccountAmplificationsResolver {
  constructor(private readonly reader: AmplificationsReader) {}

  @ResolveField(() => AmplificationConnection, {
    description: 'When its advocates spoke for us, latest first.',
  })
  amplifications(
    @Parent() { id }: Account,
    @Args() page: AmplificationsPage,
  ): Promise<Connection<Amplification>> {
    return this.reader.listOfAccount(id, page);
  }
}

/** What asks add to a stakeholder. */
@Resolver(() => Stakeholder)
export class StakeholderAsksResolver {
  constructor(private readonly reader: AmplificationsReader) {}

  @ResolveField(() => AskConnection, { description: 'What we asked them for, beyond answers, latest first.' })
  asks(@Parent() { id }: Stakeholder, @Args() page: AsksPage): Promise<Connection<Ask>> {
    return this.reader.listAsksOf(id, page);
  }
}
