import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Amplification } from '../../advocacy/amplifications/amplification.entity.js';

@ObjectType({
  description: 'How some people answered after an instant, beside what they had said before it.',
})
export class FollowedUp {
  @Field(() => Int, { description: 'People looked at.' })
  people!: number;

  @Field(() => Int, { description: 'Those who answered the same instrument before and after.' })
  heardTwice!: number;

  @Field(() => Int, { description: 'Those of them who answered higher.' })
  higher!: number;

  @Field(() => Int, { description: 'Those of them who answered the same.' })
  same!: number;

  @Field(() => Int, { description: 'Those of them who answered lower.' })
  lower!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of those heard twice who answered higher, 0 to 1; null while there are none.',
  })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % Wilson interval of that share.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % Wilson interval of that share.' })
  high!: number | null;
}

@ObjectType({ description: 'What followed after an advocate spoke, beside what followed where none did.' })
export class AmplificationEffect {
  /** What it is the effect of, for what other features add. */
  amplification!: Amplification;

  @Field(() => Int, { description: 'How many days before and after are looked at.' })
  days!: number;

  @Field(() => FollowedUp, { description: 'Who heard the advocate.' })
  audience!: FollowedUp;

  @Field(() => Int, {
    description:
      'Comparable accounts: you may see them, same segment, structure and kind, and no advocate spoke there in those days.',
  })
  comparableAccounts!: number;

  @Field(() => FollowedUp, { description: 'People at comparable accounts, at the levels of the audience.' })
  comparable!: FollowedUp;

  @Field(() => String, { description: 'What the figures show, and what they do not prove.' })
  reading!: string;
}
