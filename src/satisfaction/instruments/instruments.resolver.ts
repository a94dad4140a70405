import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access/requires.decorator.js';
import { Scope } from '../../domain/rights.js';
import { Instrument } from './instrument.entity.js';
import { InstrumentsReader } from './instruments.reader.js';
import { InstrumentsService } from './instruments.service.js';
import { InstrumentInput } from '../satisfaction.inputs.js';

@Resolver(() => Instrument)
export class InstrumentsResolver {
  constructor(
    private readonly reader: InstrumentsReader,
    private readonly service: InstrumentsService,
  ) {}

  @Query(() => [Instrument], {
    description: 'Your own scales, by code. Those of the method are always there.',
  })
  instruments(): Promise<Instrument[]> {
    return this.reader.listInstruments();
  }

  @Requires(Scope.ADMIN)
  @Mutation(() => Instrument, {
    description:
      'Defines a numeric scale of your own. It cannot be changed afterwards, because its scores stand in answers.',
  })
  defineInstrument(
    @Args('input', { type: () => InstrumentInput, description: 'The scale.' }) input: InstrumentInput,
  ): Promise<Instrument> {
    return this.service.defineInstrument(input);
  }
}
