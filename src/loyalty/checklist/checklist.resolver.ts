import { Args, ArgsType, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access/requires.decorator.js';
import { loadBatched } from '../../common/batching.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { Scope } from '../../domain/rights.js';
import { ChecklistRound } from './checklist-round.entity.js';
import { ChecklistRoundsReader } from './checklist-rounds.reader.js';
import { OpenChecklistRoundInput, StatementRatingInput } from './checklist.inputs.js';
import { ChecklistReader } from './checklist.reader.js';
import { ChecklistService } from './checklist.service.js';
import { Checklist, ChecklistAreaResult, ChecklistRoundConnection } from './checklist.types.js';

@ArgsType()
class RoundsPage extends pageArgs(25) {}

@Resolver(() => ChecklistRound)
export class ChecklistResolver {
  constructor(
    private readonly service: ChecklistService,
    private readonly reader: ChecklistReader,
    private readonly rounds: ChecklistRoundsReader,
  ) {}

  @Query(() => Checklist, {
    description:
      'The checklist for success: what we think of ourselves, beside what the product knows of us.',
  })
  checklist(
    @Args('round', {
      type: () => ID,
      nullable: true,
      description: 'Id of the round; the latest when left out.',
    })
    round?: string,
  ): Promise<Checklist> {
    return this.reader.readChecklist(round ?? null);
  }

  @Query(() => ChecklistRoundConnection, { description: 'The rounds of the checklist, the latest first.' })
  checklistRounds(@Args() page: RoundsPage): Promise<Connection<ChecklistRound>> {
    return this.rounds.listRounds(page);
  }

  @ResolveField(() => [ChecklistAreaResult], { description: 'How each area was rated in it.' })
  async areas(@Parent() { id }: ChecklistRound): Promise<ChecklistAreaResult[]> {
    return (await loadBatched(this, 'areas', id, (ids) => this.reader.readAreas(ids))) ?? [];
  }

  @Requires(Scope.ADMIN)
  @Mutation(() => ChecklistRound, {
    description: 'Opens a round. CONFLICT while another one is open. Needs an admin.',
  })
  openChecklistRound(
    @Args('input', { type: () => OpenChecklistRoundInput, description: 'The round.' })
    input: OpenChecklistRoundInput,
  ): Promise<ChecklistRound> {
    return this.service.openRound(input);
  }

  // What one thinks of oneself changes nothing about a customer: who may read may say it, sales leaders first of all.
  @Requires(Scope.READ)
  @Mutation(() => Checklist, {
    description:
      'Rates statements as the person whose key is used; a later rating of theirs goes before an earlier one. Open to everybody who may read. FORBIDDEN for an integration, RULE_BROKEN once the round is closed.',
  })
  async rateChecklist(
    @Args('round', { type: () => ID, description: 'Id of the open round.' }) round: string,
    @Args('ratings', {
      type: () => [StatementRatingInput],
      description: 'One per statement; not all are needed.',
    })
    ratings: StatementRatingInput[],
  ): Promise<Checklist> {
    await this.service.rate(round, ratings);
    return this.reader.readChecklist(round);
  }

  @Requires(Scope.ADMIN)
  @Mutation(() => ChecklistRound, {
    description:
      'Closes a round and keeps the figures as they are. RULE_BROKEN if it is closed. Needs an admin.',
  })
  closeChecklistRound(
    @Args('round', { type: () => ID, description: 'Id of the open round.' }) round: string,
  ): Promise<ChecklistRound> {
    return this.service.closeRound(round);
  }
}
