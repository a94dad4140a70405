import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched, loadManyBatched } from '../../common/batching.js';
import type { Connection } from '../../common/pages/connection.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { daysOverdue } from '../../domain/loyalty/expectations/expectation-sentence.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { CheckIn } from './confirming/check-in.entity.js';
import { ExpectationFactsReader } from './confirming/expectation-facts.reader.js';
import { ExpectationRevision } from './expectation-revision.entity.js';
import { Expectation } from './expectation.entity.js';
import { ExpectationsReader } from './expectations.reader.js';
import {
  CheckInConnection,
  CheckInsPage,
  ExpectationConnection,
  ExpectationCourse,
  ExpectationRevisionConnection,
  ExpectationSharing,
  ExpectationsPage,
  LevelConfirmation,
  RevisionsPage,
} from './expectations.types.js';
import { StandingReader } from './standing.reader.js';

/** What is worked out of an expectation. */
@Resolver(() => Expectation)
export class ExpectationFieldsResolver {
  constructor(
    private readonly standings: StandingReader,
    private readonly reader: ExpectationsReader,
    private readonly accounts: AccountsReader,
    private readonly transaction: TenantTransaction,
  ) {}

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Expectation): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => Int, {
    description: 'Whole days since the check-in was due; 0 while it is not overdue.',
  })
  overdueDays(@Parent() { nextCheckInOn }: Expectation): number {
    return daysOverdue(nextCheckInOn, this.transaction.today);
  }

  @ResolveField(() => ExpectationSharing, { description: 'How far it is shared.' })
  sharing(@Parent() expectation: Expectation): Promise<ExpectationSharing> {
    return this.standings.sharing(expectation);
  }

  @ResolveField(() => ExpectationCourse, { description: 'How it went over time.' })
  course(@Parent() { id }: Expectation): Promise<ExpectationCourse> {
    return this.standings.course(id);
  }

  @ResolveField(() => String, { description: 'All of that in a few sentences.' })
  reading(@Parent() expectation: Expectation): Promise<string> {
    return this.standings.reading(expectation);
  }

  @ResolveField(() => CheckInConnection, { description: 'When both sides looked at it, latest first.' })
  checkIns(@Parent() { id }: Expectation, @Args() page: CheckInsPage): Promise<Connection<CheckIn>> {
    return this.reader.listCheckIns(id, page);
  }

  @ResolveField(() => ExpectationRevisionConnection, { description: 'Its wordings, latest first.' })
  revisions(
    @Parent() { id }: Expectation,
    @Args() page: RevisionsPage,
  ): Promise<Connection<ExpectationRevision>> {
    return this.reader.listRevisions(id, page);
  }
}

@Resolver(() => LevelConfirmation)
export class LevelConfirmationResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => [Stakeholder], { description: 'Everybody who confirmed it at this level.' })
  confirmedBy(@Parent() { stakeholderIds }: LevelConfirmation): Promise<Stakeholder[]> {
    return loadManyBatched(this, 'stakeholder', stakeholderIds, (ids) => this.people.findStakeholders(ids));
  }
}

@Resolver(() => CheckIn)
export class CheckInResolver {
  constructor(private readonly facts: ExpectationFactsReader) {}

  @ResolveField(() => [Stakeholder], { description: 'Who of the account took part.' })
  async with(@Parent() { id }: CheckIn): Promise<Stakeholder[]> {
    return (await loadBatched(this, 'with', id, (ids) => this.facts.findParticipants(ids))) ?? [];
  }
}

@Resolver(() => ExpectationRevision)
export class ExpectationRevisionResolver {
  constructor(private readonly people: AccessReader) {}

  @ResolveField(() => User, { nullable: true, description: 'Which of our people recorded it, where known.' })
  recordedBy(@Parent() { recordedById }: ExpectationRevision): Promise<User | null> | null {
    return recordedById
      ? loadBatched(this, 'recordedBy', recordedById, (ids) => this.people.findUsers(ids))
      : null;
  }
}

/** What expectations add to an account. */
@Resolver(() => Account)
export class AccountExpectationsResolver {
  constructor(private readonly reader: ExpectationsReader) {}

  @ResolveField(() => ExpectationConnection, { description: 'What both sides expect there, oldest first.' })
  expectations(
    @Parent() { id }: Account,
    @Args() { includeRetired, ...page }: ExpectationsPage,
  ): Promise<Connection<Expectation>> {
    return this.reader.listOfAccount(id, page, includeRetired ?? false);
  }
}
