import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../common/pages/connection.types.js';
import { Flag } from './flag.entity.js';

export const FlagConnection = connectionOf(Flag);

@ObjectType({ description: 'The flag as it stands now.' })
export class FlagPayload {
  @Field(() => Flag, { description: 'The flag.' })
  flag!: Flag;
}
