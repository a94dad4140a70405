import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { loadBatched } from '../../common/batching.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { AdvocatesReader } from '../advocates.reader.js';
import { Advocate } from '../advocates.types.js';
import { CycleReader } from './cycle.reader.js';
import { AccountCycle } from './cycle.types.js';
import {
  AccountReach,
  AdvocatePath,
  PathStep,
  ReachedBy,
  ReachedStakeholder,
  UnreachedStakeholder,
} from './reach.types.js';

/** What learning, teaching and amplifying add to an account. */
@Resolver(() => Account)
export class AccountCycleResolver {
  constructor(private readonly reader: CycleReader) {}

  @ResolveField(() => AccountCycle, {
    description:
      'Which of Learn, Teach and Amplify it has reached, coverage by level and by our function, and the next step.',
  })
  cycle(@Parent() { id }: Account): Promise<AccountCycle | null> {
    return loadBatched(this, 'cycle', id, (ids) => this.reader.findCycles(ids));
  }

  @ResolveField(() => AccountReach, {
    description:
      'Whom of those who decide our advocates have reached within a year, and who could reach the others.',
  })
  reach(@Parent() { id }: Account): Promise<AccountReach | null> {
    return loadBatched(this, 'reach', id, (ids) => this.reader.findReaches(ids));
  }
}

@Resolver(() => ReachedStakeholder)
export class ReachedResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'Who.' })
  stakeholder(@Parent() { stakeholderId }: ReachedStakeholder): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.people.findStakeholders(ids));
  }
}

@Resolver(() => ReachedBy)
export class ReachedByResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'Who spoke.' })
  advocate(@Parent() { advocateId }: ReachedBy): Promise<Stakeholder | null> {
    return loadBatched(this, 'advocate', advocateId, (ids) => this.people.findStakeholders(ids));
  }
}

@Resolver(() => UnreachedStakeholder)
export class UnreachedResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'Who.' })
  stakeholder(@Parent() { stakeholderId }: UnreachedStakeholder): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.people.findStakeholders(ids));
  }
}

@Resolver(() => AdvocatePath)
export class AdvocatePathResolver {
  constructor(private readonly advocates: AdvocatesReader) {}

  @ResolveField(() => Advocate, {
    description: 'The advocate at its beginning, with what forbids asking them now.',
  })
  advocate(@Parent() { fromId }: AdvocatePath): Promise<Advocate | null> {
    return loadBatched(this, 'advocate', fromId, (ids) => this.advocates.findAdvocates(ids));
  }
}

@Resolver(() => PathStep)
export class PathStepResolver {
  constructor(private readonly people: StakeholdersReader) {}

  @ResolveField(() => Stakeholder, { description: 'To whom it leads.' })
  to(@Parent() { toId }: PathStep): Promise<Stakeholder | null> {
    return loadBatched(this, 'to', toId, (ids) => this.people.findStakeholders(ids));
  }
}
