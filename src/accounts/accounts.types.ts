import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/pages/connection.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { ItemResult, resultsOf } from '../common/upsert.types.js';
import { Basis, OrganisationStructure } from '../domain/terms.js';
import { Account } from './account.entity.js';

export const AccountConnection = connectionOf(Account);

@ObjectType({ description: 'What became of one account of a batch.' })
export class AccountResult extends ItemResult {
  @Field(() => Account, { nullable: true, description: 'The account as it is now; null for a refused item.' })
  account!: Account | null;
}

export const UpsertAccountsPayload = resultsOf('UpsertAccountsPayload', AccountResult);

@ObjectType({ description: 'Who was taken to decide at an account, from an instant on.' })
export class StructureHeld {
  @Field(() => OrganisationStructure, { description: 'The structure.' })
  structure!: OrganisationStructure;

  @Field(() => Basis, {
    nullable: true,
    description: 'Whether it was stated or inferred; null while unknown.',
  })
  basis!: Basis | null;

  @Field(() => DateTimeScalar, { description: 'Since when we have known it so.' })
  since!: string;
}
