import { Args, ArgsType, Field, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched, loadManyBatched } from '../../common/batching.js';
import { connectionOf, pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { RefInput } from '../../common/reference.types.js';
import { AccountKind } from '../../domain/terms.js';
import { Problem } from '../../problems/problem.entity.js';
import { ProblemsReader } from '../../problems/problems.reader.js';
import { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../../stakeholders/stakeholders.reader.js';
import { KnowledgeGap } from './knowledge-gap.entity.js';
import { KnowledgeGapsReader } from './knowledge-gaps.reader.js';

const KnowledgeGapConnection = connectionOf(KnowledgeGap);

@ArgsType()
class GapsPage extends pageArgs(25) {
  @Field(() => RefInput, { nullable: true, description: 'Only of this account.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RefInput)
  account?: RefInput | null;

  @Field(() => AccountKind, {
    nullable: true,
    description: 'On accounts of this kind: CUSTOMER leaves our own departments out.',
  })
  kind?: AccountKind | null;
}

@Resolver(() => KnowledgeGap)
export class KnowledgeGapsResolver {
  constructor(
    private readonly reader: KnowledgeGapsReader,
    private readonly accounts: AccountsReader,
    private readonly problems: ProblemsReader,
    private readonly stakeholders: StakeholdersReader,
  ) {}

  @Query(() => KnowledgeGapConnection, {
    description:
      'Solved problems that a level knows of without knowing that they are solved, the oldest gap first. Of lost accounts only when the account is named.',
  })
  async knowledgeGaps(@Args() { account: ref, kind, ...page }: GapsPage): Promise<Connection<KnowledgeGap>> {
    const account = ref ? await this.accounts.getAccount(ref, ['account']) : null;
    return this.reader.listGaps(page, account?.id ?? null, kind ?? null);
  }

  @ResolveField(() => Problem, { description: 'The problem.' })
  problem(@Parent() { problemId }: KnowledgeGap): Promise<Problem | null> {
    return loadBatched(this, 'problem', problemId, (ids) => this.problems.findProblems(ids));
  }

  @ResolveField(() => [Stakeholder], { description: 'Whom to tell, decision makers first.' })
  untold(@Parent() { untoldIds }: KnowledgeGap): Promise<Stakeholder[]> {
    return loadManyBatched(this, 'untold', untoldIds, (ids) => this.stakeholders.findStakeholders(ids));
  }
}
