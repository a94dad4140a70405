import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { SegmentBenchmark } from '../benchmarks/benchmarks.types.js';
import { SegmentBenchmarksReader } from '../benchmarks/segment-benchmarks.reader.js';
import { Teaching } from './teaching.entity.js';
import { RecordTeachingInput } from './teachings.inputs.js';
import { TeachingsReader } from './teachings.reader.js';
import { TeachingsService } from './teachings.service.js';
import { TeachingConnection } from './teachings.types.js';

@ArgsType()
class TeachingsPage extends pageArgs(25) {}

@Resolver(() => Teaching)
export class TeachingsResolver {
  constructor(
    private readonly service: TeachingsService,
    private readonly reader: TeachingsReader,
    private readonly accounts: AccountsReader,
    private readonly ours: AccessReader,
  ) {}

  @Mutation(() => Teaching, {
    description: 'Records that people were shown something they can use, and how they took it.',
  })
  recordTeaching(
    @Args('input', { type: () => RecordTeachingInput, description: 'What was shown, to whom.' })
    input: RecordTeachingInput,
  ): Promise<Teaching> {
    return this.service.recordTeaching(input);
  }

  @ResolveField(() => Account, { description: 'The account.' })
  account(@Parent() { accountId }: Teaching): Promise<Account | null> {
    return loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids));
  }

  @ResolveField(() => [Stakeholder], { description: 'To whom it was shown.' })
  async stakeholders(@Parent() { id }: Teaching): Promise<Stakeholder[]> {
    return (await loadBatched(this, 'stakeholders', id, (ids) => this.reader.findParticipants(ids))) ?? [];
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Which of our people recorded it, where a person did.',
  })
  recordedBy(@Parent() { recordedById }: Teaching): Promise<User | null> | null {
    return recordedById
      ? loadBatched(this, 'recordedBy', recordedById, (ids) => this.ours.findUsers(ids))
      : null;
  }
}

/** What benchmarks add to a teaching. */
@Resolver(() => Teaching)
export class TaughtBenchmarkResolver {
  constructor(private readonly benchmarks: SegmentBenchmarksReader) {}

  @ResolveField(() => SegmentBenchmark, {
    nullable: true,
    description: 'The benchmark as it was shown to them.',
  })
  benchmark(@Parent() { benchmarkId }: Teaching): Promise<SegmentBenchmark> | null {
    return benchmarkId ? this.benchmarks.getShown(benchmarkId) : null;
  }
}

/** What teachings add to an account. */
@Resolver(() => Account)
export class AccountTeachingsResolver {
  constructor(private readonly reader: TeachingsReader) {}

  @ResolveField(() => TeachingConnection, { description: 'What its people were shown, latest first.' })
  teachings(@Parent() { id }: Account, @Args() page: TeachingsPage): Promise<Connection<Teaching>> {
    return this.reader.listOfAccount(id, page);
  }
}
