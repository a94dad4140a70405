import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { loadBatched } from '../common/batching.js';
import { KnowledgeStep } from '../problems/problems.types.js';
import { Interaction } from './interaction.entity.js';
import { InteractionsReader } from './interactions.reader.js';

/** What interactions add to the knowledge ledger. */
@Resolver(() => KnowledgeStep)
export class ToldResolver {
  constructor(private readonly reader: InteractionsReader) {}

  @ResolveField(() => Interaction, {
    nullable: true,
    description: 'The contact in which they were told, where known.',
  })
  interaction(@Parent() { interactionId }: KnowledgeStep): Promise<Interaction | null> | null {
    return interactionId
      ? loadBatched(this, 'interaction', interactionId, (ids) => this.reader.findInteractions(ids))
      : null;
  }
}
