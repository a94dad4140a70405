import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/pages/connection.types.js';
import { ItemResult, resultsOf } from '../common/upsert.types.js';
import { Stakeholder } from './stakeholder.entity.js';

export const StakeholderConnection = connectionOf(Stakeholder);

@ObjectType({ description: 'What became of one stakeholder of a batch.' })
export class StakeholderResult extends ItemResult {
  @Field(() => Stakeholder, {
    nullable: true,
    description: 'The stakeholder as it is now; null for a refused item.',
  })
  stakeholder!: Stakeholder | null;
}

export const UpsertStakeholdersPayload = resultsOf('UpsertStakeholdersPayload', StakeholderResult);
