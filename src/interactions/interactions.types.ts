import { Field, ObjectType } from '@nestjs/graphql';
import { Account } from '../accounts/account.entity.js';
import { connectionOf } from '../common/pages/connection.types.js';
import { Interaction } from './interaction.entity.js';

export const InteractionConnection = connectionOf(Interaction);

@ObjectType({ description: 'The contact as recorded, and the account as it stands after it.' })
export class LogInteractionPayload {
  @Field(() => Interaction, { description: 'The contact.' })
  interaction!: Interaction;

  @Field(() => Account, { description: 'The account, its assessment already refreshed.' })
  account!: Account;
}
