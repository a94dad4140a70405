import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Needs } from '../common/asked/asked-for.decorator.js';
import { loadBatched } from '../common/batching.js';
import { ResolveTogether } from '../common/together/resolve-together.decorator.js';
import { levelAt } from '../domain/map/levels-held.js';
import { OrganisationLevel } from '../domain/terms.js';
import { LevelsReader } from '../stakeholders/seats/levels.reader.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../stakeholders/stakeholders.reader.js';
import { AnswersReader } from './answers.reader.js';
import { SatisfactionAnswer } from './satisfaction-answer.entity.js';
import { SatisfactionAnswerInput } from './satisfaction.inputs.js';
import { SatisfactionService } from './satisfaction.service.js';
import { RecordSatisfactionPayload, type SatisfactionResult } from './satisfaction.types.js';

@Resolver(() => SatisfactionAnswer)
export class SatisfactionResolver {
  constructor(
    private readonly service: SatisfactionService,
    private readonly reader: AnswersReader,
    private readonly stakeholders: StakeholdersReader,
    private readonly levels: LevelsReader,
  ) {}

  @Mutation(() => RecordSatisfactionPayload, {
    description: 'Records answers, up to 200 at a time. None is ever changed.',
  })
  recordSatisfaction(
    @Args('answers', { type: () => [SatisfactionAnswerInput], description: 'The answers.' })
    answers: SatisfactionAnswerInput[],
    @Args('atomic', { type: () => Boolean, nullable: true, defaultValue: false, description: 'All or none.' })
    atomic: boolean | null,
  ): Promise<{ results: SatisfactionResult[] }> {
    return this.service.recordSatisfaction(answers, atomic ?? false);
  }

  @Needs<SatisfactionAnswer>('stakeholderId')
  @ResolveField(() => Stakeholder, { description: 'Who answered.' })
  stakeholder(@Parent() { stakeholderId }: SatisfactionAnswer): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', stakeholderId, (ids) => this.stakeholders.findStakeholders(ids));
  }

  @Needs<SatisfactionAnswer>('stakeholderId', 'answeredAt')
  @ResolveTogether(() => OrganisationLevel, {
    description: 'The level held when answering; the answer counts there.',
  })
  async level(@Parent() answers: readonly SatisfactionAnswer[]): Promise<OrganisationLevel[]> {
    const held = await this.levels.findLevelsHeld(answers.map(({ stakeholderId }) => stakeholderId));
    return answers.map(({ stakeholderId, answeredAt }) => levelAt(held.get(stakeholderId) ?? [], answeredAt));
  }

  @Needs<SatisfactionAnswer>()
  @ResolveField(() => SatisfactionAnswer, {
    nullable: true,
    description: 'The correction that took its place, if any.',
  })
  supersededBy(@Parent() { id }: SatisfactionAnswer): Promise<SatisfactionAnswer | null> {
    return loadBatched(this, 'corrections', id, (ids) => this.reader.findCorrections(ids));
  }
}
