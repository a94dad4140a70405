import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/pages/connection.types.js';
import { Commitment } from './commitment.entity.js';

export const CommitmentConnection = connectionOf(Commitment);

@ObjectType({ description: 'How well promises were kept.' })
export class PromiseKeeping {
  @Field(() => Int, { description: 'Not due yet.' })
  open!: number;

  @Field(() => Int, { description: 'Kept by the day they were due.' })
  kept!: number;

  @Field(() => Int, { description: 'Kept, but later than promised.' })
  keptLate!: number;

  @Field(() => Int, { description: 'Broken or overdue.' })
  broken!: number;

  @Field(() => Int, {
    description: 'Changed with their consent before they were due: neither kept nor broken.',
  })
  renegotiated!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Kept in time among those kept, kept late or broken, 0 to 1; null while there are none.',
  })
  rate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % Wilson interval of the rate.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % Wilson interval of the rate.' })
  high!: number | null;
}

@ObjectType({ description: 'How well one of our people kept their promises.' })
export class PromiseKeepingOf extends PromiseKeeping {
  /** Shown as a person by the resolver; null for promises nobody is named for. */
  ownerId!: string | null;
}
