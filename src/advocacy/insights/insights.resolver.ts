import { Args, ArgsType, Field, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { OurFunction } from '../../domain/terms.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { Insight } from './insight.entity.js';
import { RecordInsightInput } from './insights.inputs.js';
import { InsightsReader } from './insights.reader.js';
import { InsightsService } from './insights.service.js';
import { InsightConnection } from './insights.types.js';

@ArgsType()
class InsightsPage extends pageArgs(25) {
  @Field(() => String, { nullable: true, description: 'Only about this segment as such.' })
  @IsOptional()
  @MaxLength(200)
  segment?: string | null;

  @Field(() => OurFunction, { nullable: true, description: 'Only what this function of ours learned.' })
  ourFunction?: OurFunction | null;
}

@ArgsType()
class AccountInsightsPage extends pageArgs(25) {
  @Field(() => OurFunction, { nullable: true, description: 'Only what this function of ours learned.' })
  ourFunction?: OurFunction | null;
}

@Resolver(() => Insight)
export class InsightsResolver {
  constructor(
    private readonly service: InsightsService,
    private readonly reader: InsightsReader,
    private readonly accounts: AccountsReader,
    private readonly ours: AccessReader,
  ) {}

  @Mutation(() => Insight, {
    description: 'Records what one of our functions learned about an account or a segment.',
  })
  recordInsight(
    @Args('input', { type: () => RecordInsightInput, description: 'What was learned.' })
    input: RecordInsightInput,
  ): Promise<Insight> {
    return this.service.recordInsight(input);
  }

  @Query(() => InsightConnection, { description: 'What was learned, latest first.' })
  insights(@Args() { segment, ourFunction, ...page }: InsightsPage): Promise<Connection<Insight>> {
    return this.reader.listInsights(page, { segment, ourFunction });
  }

  @ResolveField(() => Account, {
    nullable: true,
    description: 'The account it is about; null when it is about a segment.',
  })
  account(@Parent() { accountId }: Insight): Promise<Account | null> | null {
    return accountId
      ? loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids))
      : null;
  }

  @ResolveField(() => [Stakeholder], { description: 'From whom it was heard.' })
  async heardFrom(@Parent() { id }: Insight): Promise<Stakeholder[]> {
    return (await loadBatched(this, 'heardFrom', id, (ids) => this.reader.findSources(ids))) ?? [];
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Which of our people recorded it, where a person did.',
  })
  recordedBy(@Parent() { recordedById }: Insight): Promise<User | null> | null {
    return recordedById
      ? loadBatched(this, 'recordedBy', recordedById, (ids) => this.ours.findUsers(ids))
      : null;
  }
}

/** What insights add to an account. */
@Resolver(() => Account)
export class AccountInsightsResolver {
  constructor(private readonly reader: InsightsReader) {}

  @ResolveField(() => InsightConnection, { description: 'What we learned about it, latest first.' })
  insights(
    @Parent() { id }: Account,
    @Args() { ourFunction, ...page }: AccountInsightsPage,
  ): Promise<Connection<Insight>> {
    return this.reader.listOfAccount(id, page, { ourFunction });
  }
}
