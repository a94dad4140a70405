import { Args, ArgsType, Parent, Resolver } from '@nestjs/graphql';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { idOf, ResolveTogether } from '../common/together/resolve-together.decorator.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { AnswersReader } from './answers.reader.js';
import type { SatisfactionAnswer } from './satisfaction-answer.entity.js';
import { SatisfactionAnswerConnection } from './satisfaction.types.js';

@ArgsType()
class AnswersPage extends pageArgs(25) {}

/** What satisfaction adds to a stakeholder. */
@Resolver(() => Stakeholder)
export class StakeholderAnswersResolver {
  constructor(private readonly reader: AnswersReader) {}

  @ResolveTogether(() => SatisfactionAnswerConnection, {
    description: 'What they answered, latest first; corrected answers stay and name their correction.',
  })
  answers(
    @Parent() stakeholders: readonly Stakeholder[],
    @Args() page: AnswersPage,
  ): Promise<Connection<SatisfactionAnswer>[]> {
    return this.reader.listOfStakeholders(stakeholders.map(idOf), page);
  }
}
