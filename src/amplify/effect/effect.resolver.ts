import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Amplification } from '../../advocacy/amplifications/amplification.entity.js';
import { EffectReader } from './effect.reader.js';
import { AmplificationEffect } from './effect.types.js';

/** What followed after an advocate spoke. */
@Resolver(() => Amplification)
export class EffectResolver {
  constructor(private readonly reader: EffectReader) {}

  @ResolveField(() => AmplificationEffect, {
    description:
      'How the audience answered afterwards, beside comparable accounts where no advocate spoke, with counts and intervals.',
  })
  effect(@Parent() amplification: Amplification): Promise<AmplificationEffect> {
    return this.reader.readEffect(amplification);
  }
}
