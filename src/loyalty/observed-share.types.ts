import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A share as counted, with how far so few cases can be trusted.' })
export class ObservedShare {
  @Field(() => Int, { description: 'Cases counted.' })
  n!: number;

  @Field(() => Int, { description: 'Those of them that the share speaks of.' })
  hits!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; null while there is no case.' })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % Wilson interval.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % Wilson interval.' })
  high!: number | null;
}
