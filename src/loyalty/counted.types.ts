import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A share of some cases with its 95 % Wilson interval.' })
export class CountedShare {
  @Field(() => Int, { description: 'Cases the share is of.' })
  of!: number;

  @Field(() => Int, { description: 'Those among them that are meant.' })
  hits!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; null while there are too few.' })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the interval.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the interval.' })
  high!: number | null;

  @Field(() => Boolean, { description: 'Fewer than 5 cases: their counts are all that can be said.' })
  tooFew!: boolean;
}

@ObjectType({ description: 'The difference of two figures with its 95 % interval.' })
export class CountedDifference {
  @Field(() => Float, {
    nullable: true,
    description: 'The first less the second; null while there are too few.',
  })
  difference!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Lower end of the interval; null too where nothing varies, so that its width cannot be told.',
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the interval.' })
  high!: number | null;

  @Field(() => Boolean, { description: 'Fewer than 5 cases on one side.' })
  tooFew!: boolean;
}
