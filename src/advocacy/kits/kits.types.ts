import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where a part of a kit lies.' })
export class KitLink {
  @Field(() => String, { description: 'What it is.' })
  title!: string;

  @Field(() => String, { description: 'Its address, http or https.' })
  url!: string;
}
