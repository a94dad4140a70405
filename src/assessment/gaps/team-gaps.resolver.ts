import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { loadBatched, loadManyBatched } from '../../common/batching.js';
import { Commitment } from '../../commitments/commitment.entity.js';
import { CommitmentsReader } from '../../commitments/commitments.reader.js';
import { Problem } from '../../problems/problem.entity.js';
import { ProblemsReader } from '../../problems/problems.reader.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { AccountSignalsReader } from '../judging/facts/account-signals.reader.js';
import { TeamGaps, TeamVacancy, Unattended, Vacancy } from './team-gaps.types.js';

/** Where our team leaves an account alone. */
@Resolver(() => Account)
export class AccountTeamGapsResolver {
  constructor(private readonly signals: AccountSignalsReader) {}

  @ResolveField(() => TeamGaps, { description: 'Where our team leaves the customer alone, as of today.' })
  teamGaps(@Parent() { id }: Account): Promise<TeamGaps | null> {
    return loadBatched(this, 'teamGaps', id, (ids) => this.signals.findTeamGaps(ids));
  }
}

@Resolver(() => Unattended)
export class UnattendedResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'Who.' })
  stakeholder(@Parent() { stakeholderId }: Unattended): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.people.findStakeholders(ids));
  }
}

@Resolver(() => Vacancy)
export class VacancyResolver {
  constructor(
    private readonly people: StakeholdersReader,
    private readonly problems: ProblemsReader,
    private readonly promises: CommitmentsReader,
  ) {}

  @ResolveField(() => Stakeholder, { description: 'Who left.' })
  stakeholder(@Parent() { stakeholderId }: Vacancy): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.people.findStakeholders(ids));
  }

  @ResolveField(() => [Problem], { description: 'Open problems they had reported.' })
  openProblems(@Parent() { problemIds }: Vacancy): Promise<Problem[]> {
    return loadManyBatched(this, 'problems', problemIds, (ids) => this.problems.findProblems(ids));
  }

  @ResolveField(() => [Commitment], { description: 'What we had promised them and still owe.' })
  commitments(@Parent() { commitmentIds }: Vacancy): Promise<Commitment[]> {
    return loadManyBatched(this, 'commitments', commitmentIds, (ids) => this.promises.findCommitments(ids));
  }
}

@Resolver(() => TeamVacancy)
export class TeamVacancyResolver {
  constructor(
    private readonly ours: AccessReader,
    private readonly people: StakeholdersReader,
    private readonly promises: CommitmentsReader,
  ) {}

  @ResolveField(() => User, { description: 'Who left.' })
  user(@Parent() { userId }: TeamVacancy): Promise<User | null> {
    return loadBatched(this, 'user', userId, (ids) => this.ours.findUsers(ids));
  }

  @ResolveField(() => [Stakeholder], { description: 'Whom they looked after and nobody does now.' })
  stakeholders(@Parent() { stakeholderIds }: TeamVacancy): Promise<Stakeholder[]> {
    return loadManyBatched(this, 'stakeholders', stakeholderIds, (ids) => this.people.findStakeholders(ids));
  }

  @ResolveField(() => [Commitment], { description: 'Promises they answer for that are still owed.' })
  commitments(@Parent() { commitmentIds }: TeamVacancy): Promise<Commitment[]> {
    return loadManyBatched(this, 'commitments', commitmentIds, (ids) => this.promises.findCommitments(ids));
  }
}
