import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { AccountConnection } from '../../accounts/accounts.types.js';
import { loadBatched, loadManyBatched } from '../../common/batching.js';
import type { Connection } from '../../common/pages/connection.types.js';
import { AccountKind, OurFunction } from '../../domain/terms.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { ScorecardsReader } from './scorecards.reader.js';
import { DepartmentsPage, InternalReport, LowestDepartment, Scorecard } from './scorecards.types.js';
import { ServedByReader } from './served-by.reader.js';

/** What scorecards add to an account. */
@Resolver(() => Account)
export class AccountScorecardResolver {
  constructor(
    private readonly reader: ScorecardsReader,
    private readonly serving: ServedByReader,
  ) {}

  @ResolveField(() => Scorecard, {
    description: 'How its people rate the six points of connection, against the half-year before.',
  })
  scorecard(@Parent() { id }: Account): Promise<Scorecard | null> {
    return loadBatched(this, 'scorecard', id, (ids) => this.reader.findScorecards(ids));
  }

  @ResolveField(() => [OurFunction], {
    description:
      "Which of our functions serve it: those of its team, the leader's first; else that of its owner.",
  })
  servedBy(@Parent() { id, ownerId }: Account): Promise<OurFunction[]> {
    return this.serving.read(id, ownerId);
  }
}

@Resolver(() => Scorecard)
export class ScorecardPeopleResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => [Stakeholder], { description: 'Who was heard in the last half-year.' })
  heardFrom(@Parent() { heardIds }: Scorecard): Promise<Stakeholder[]> {
    return loadManyBatched(this, 'stakeholder', heardIds, (ids) => this.people.findStakeholders(ids));
  }

  @ResolveField(() => [Stakeholder], { description: 'Who was not.' })
  unheard(@Parent() { unheardIds }: Scorecard): Promise<Stakeholder[]> {
    return loadManyBatched(this, 'stakeholder', unheardIds, (ids) => this.people.findStakeholders(ids));
  }
}

@Resolver(() => InternalReport)
export class InternalReportResolver {
  constructor(
    private readonly reader: ScorecardsReader,
    private readonly accounts: AccountsReader,
  ) {}

  @Query(() => InternalReport, { description: 'How our departments are served by each other.' })
  internalReport(): Promise<InternalReport> {
    return this.reader.readReport();
  }

  @ResolveField(() => AccountConnection, {
    description: 'The departments by name, each with its scorecard and who serves it.',
  })
  departments(@Args() page: DepartmentsPage): Promise<Connection<Account>> {
    return this.accounts.listAccounts(page, { kind: AccountKind.INTERNAL });
  }
}

@Resolver(() => LowestDepartment)
export class LowestDepartmentResolver {
  constructor(private readonly accounts: AccountsReader) {}

  @ResolveField(() => Account, { description: 'The department.' })
  account(@Parent() { accountId }: LowestDepartment): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }
}
