import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Connection } from '../../common/pages/connection.types.js';
import { StrataError } from '../../common/errors.js';
import { getId } from '../../common/reference.types.js';
import { DuePage } from '../due.types.js';
import { CheckInsService } from './confirming/check-ins.service.js';
import { Expectation } from './expectation.entity.js';
import {
  AgreeExpectationInput,
  ConfirmExpectationInput,
  RecordCheckInInput,
  ReviseExpectationInput,
} from './expectations.inputs.js';
import { ExpectationsReader } from './expectations.reader.js';
import { ExpectationsService } from './expectations.service.js';
import { ExpectationConnection } from './expectations.types.js';

@Resolver(() => Expectation)
export class ExpectationsResolver {
  constructor(
    private readonly service: ExpectationsService,
    private readonly checkIns: CheckInsService,
    private readonly reader: ExpectationsReader,
  ) {}

  @Query(() => ExpectationConnection, {
    description: 'Expectations that both sides should look at now, the longest due first.',
  })
  checkInsDue(@Args() page: DuePage): Promise<Connection<Expectation>> {
    return this.reader.listDue(page);
  }

  @Mutation(() => Expectation, { description: 'Records what one side expects and the other agrees to.' })
  agreeExpectation(
    @Args('input', { type: () => AgreeExpectationInput, description: 'The expectation.' })
    input: AgreeExpectationInput,
  ): Promise<Expectation> {
    return this.service.agree(input);
  }

  @Mutation(() => Expectation, {
    description:
      'Gives an expectation new words; the earlier ones are kept, and nobody has confirmed the new ones yet.',
  })
  reviseExpectation(
    @Args('input', { type: () => ReviseExpectationInput, description: 'The new words.' })
    input: ReviseExpectationInput,
  ): Promise<Expectation> {
    return this.service.revise(input);
  }

  @Mutation(() => Expectation, { description: 'People of the account confirm the words that hold now.' })
  confirmExpectation(
    @Args('input', { type: () => ConfirmExpectationInput, description: 'Who, and when.' })
    input: ConfirmExpectationInput,
  ): Promise<Expectation> {
    return this.checkIns.confirm(input);
  }

  @Mutation(() => Expectation, { description: 'Records how both sides found an expectation to be met.' })
  recordCheckIn(
    @Args('input', { type: () => RecordCheckInInput, description: 'What was found, and with whom.' })
    input: RecordCheckInInput,
  ): Promise<Expectation> {
    return this.checkIns.checkIn(input);
  }

  @Mutation(() => Expectation, { description: 'Nobody expects this any longer. Its history stays.' })
  retireExpectation(
    @Args('id', { type: () => ID, description: 'The expectation.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, in 1 to 2,000 characters.' }) reason: string,
  ): Promise<Expectation> {
    return this.service.retire(getId(id), inWords(reason));
  }
}

function inWords(reason: string): string {
  const words = reason.trim();
  if (words.length > 0 && words.length <= 2_000) return words;
  throw new StrataError('INVALID_INPUT', 'Say why in 1 to 2,000 characters.', ['reason']);
}
