import { Args, ArgsType, Parent, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
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

  @Needs<Stakeholder>()
  @ResolveTogether(() => SatisfactionAnswerConnection, {
    description: 'What they answered, latest first; corrected answers stay and name their correction.',
  })
  answers(
    @Parent() stakeholders: readonly Stakeholder[],
    @Args() page: AnswersPage,
    @AskedFor() asked: Asked,
  ): Promise<Connection<SatisfactionAnswer>[]> {
    return this.reader.listOfStakeholders(stakeholders.map(idOf), { ...page, asked });
  }
}
