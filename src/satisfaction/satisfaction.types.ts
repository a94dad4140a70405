import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/pages/connection.types.js';
import { ItemResult, resultsOf } from '../common/upsert.types.js';
import { SatisfactionAnswer } from './satisfaction-answer.entity.js';

export const SatisfactionAnswerConnection = connectionOf(SatisfactionAnswer);

@ObjectType({ description: 'What became of one answer of a batch.' })
export class SatisfactionResult extends ItemResult {
  @Field(() => SatisfactionAnswer, {
    nullable: true,
    description: 'The answer as recorded; null for a refused item.',
  })
  answer!: SatisfactionAnswer | null;
}

export const RecordSatisfactionPayload = resultsOf('RecordSatisfactionPayload', SatisfactionResult);
