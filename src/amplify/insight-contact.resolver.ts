import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Insight } from '../advocacy/insights/insight.entity.js';
import { loadBatched } from '../common/batching.js';
import { Interaction } from '../interactions/interaction.entity.js';
import { InteractionsReader } from '../interactions/interactions.reader.js';

/** What contacts add to an insight. It lives here because learning comes before contacts in the order of the rooms. */
@Resolver(() => Insight)
export class InsightContactResolver {
  constructor(private readonly contacts: InteractionsReader) {}

  @ResolveField(() => Interaction, {
    nullable: true,
    description: 'The contact in which it was learned, where known.',
  })
  interaction(@Parent() { interactionId }: Insight): Promise<Interaction | null> | null {
    return interactionId
      ? loadBatched(this, 'interaction', interactionId, (ids) => this.contacts.findInteractions(ids))
      : null;
  }
}
