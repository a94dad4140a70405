import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../common/pages/connection.types.js';
import { ItemResult, resultsOf } from '../../common/upsert.types.js';
import { LoyaltyEvent } from './loyalty-event.entity.js';

export const LoyaltyEventConnection = connectionOf(LoyaltyEvent);

@ObjectType({ description: 'What became of one loyalty event of a batch.' })
export class LoyaltyEventResult extends ItemResult {
  @Field(() => LoyaltyEvent, {
    nullable: true,
    description: 'The event as it stands; null for a refused item.',
  })
  event!: LoyaltyEvent | null;
}

export const RecordLoyaltyEventsPayload = resultsOf('RecordLoyaltyEventsPayload', LoyaltyEventResult);
