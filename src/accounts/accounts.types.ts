import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/connection.types.js';
import { ItemResult, resultsOf } from '../common/upsert.types.js';
import { Account } from './account.entity.js';

export const AccountConnection = connectionOf(Account);

@ObjectType({ description: 'What became of one account of a batch.' })
export class AccountResult extends ItemResult {
  @Field(() => Account, { nullable: true, description: 'The account as it is now; null for a refused item.' })
  account!: Account | null;
}

export const UpsertAccountsPayload = resultsOf('UpsertAccountsPayload', AccountResult);
