import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../common/money.types.js';
import { Standing } from '../domain/judgement-terms.js';

@ObjectType({ description: 'The accounts of one standing.' })
export class StandingShare {
  @Field(() => Standing, { description: 'The standing.' })
  standing!: Standing;

  @Field(() => Int, { description: 'How many accounts.' })
  accounts!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'What they are worth in a year, in the reporting currency; null when none of them is valued in it.',
  })
  value!: Money | null;

  @Field(() => Int, {
    description:
      'Accounts of this standing whose value is unknown or in another currency, so not in `value`.',
  })
  unvalued!: number;
}

@ObjectType({
  description:
    'How much of the base is at risk. All accounts are counted, so there is no sampling error: the truth lies between ' +
    '`atLeast` (those at risk) and `atMost` (those and the unknown ones).',
})
export class BaseAtRisk {
  @Field(() => String, {
    nullable: true,
    description: 'The segment, owner or structure; null for the whole base or for accounts without one.',
  })
  group!: string | null;

  @Field(() => [StandingShare], { description: 'One row per standing, none left out.' })
  standings!: StandingShare[];

  @Field(() => Float, { description: 'Share of accounts at risk, 0 to 1; 0 when there are none at all.' })
  atLeast!: number;

  @Field(() => Float, { description: 'Share of accounts at risk or unknown, 0 to 1.' })
  atMost!: number;

  @Field(() => Float, {
    description: 'Share of the annual value at risk, 0 to 1, of accounts valued in the reporting currency.',
  })
  valueAtLeast!: number;

  @Field(() => Float, { description: 'Share of the annual value at risk or unknown, 0 to 1.' })
  valueAtMost!: number;
}
