import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Amplification } from '../advocacy/amplifications/amplification.entity.js';
import {
  RecordAmplificationInput,
  RecordAskInput,
} from '../advocacy/amplifications/amplifications.inputs.js';
import { Ask } from '../advocacy/amplifications/ask.entity.js';
import { AskingService } from './asking.service.js';

const OVERRIDE = {
  type: () => String,
  nullable: true,
  description:
    'Why they were asked although asking is guarded, in 1 to 2,000 characters; kept with what was overridden.',
} as const;

/** What is recorded of asking people to speak for us, or to do something else for us. */
@Resolver()
export class AskingResolver {
  constructor(private readonly service: AskingService) {}

  @Mutation(() => Amplification, {
    description:
      'Records that an advocate spoke for us. Refused with RULE_BROKEN, and the reasons, where asking was guarded at the time ' +
      '(a problem open, a resolution untold, a level diverging, asked within 30 days), unless overrideReason is given.',
  })
  recordAmplification(
    @Args('input', {
      type: () => RecordAmplificationInput,
      description: 'Who spoke to whom, and what it did.',
    })
    input: RecordAmplificationInput,
    @Args('overrideReason', OVERRIDE) overrideReason: string | null,
  ): Promise<Amplification> {
    return this.service.recordAmplification(input, overrideReason ?? null);
  }

  @Mutation(() => Ask, {
    description:
      'Records that we asked somebody for something: a reference, an introduction, their time. Guarded like recordAmplification.',
  })
  recordAsk(
    @Args('input', { type: () => RecordAskInput, description: 'Whom, and for what.' }) input: RecordAskInput,
    @Args('overrideReason', OVERRIDE) overrideReason: string | null,
  ): Promise<Ask> {
    return this.service.recordAsk(input, overrideReason ?? null);
  }
}
