import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AmplificationEffect } from '../../amplify/effect/effect.types.js';
import { BehaviourReader } from './behaviour.reader.js';
import { AmplificationBehaviour } from './behaviour.types.js';

/** What loyalty events add to the effect of an amplification. */
@Resolver(() => AmplificationEffect)
export class BehaviourResolver {
  constructor(private readonly reader: BehaviourReader) {}

  @ResolveField(() => AmplificationBehaviour, {
    description:
      'What the account did afterwards, beside what comparable accounts did, with counts and intervals.',
  })
  behaviour(@Parent() { amplification }: AmplificationEffect): Promise<AmplificationBehaviour> {
    return this.reader.readBehaviour(amplification);
  }
}
