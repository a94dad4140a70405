import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { StructureSignalKind } from '../../domain/structure/signal.js';
import { OrganisationStructure } from '../../domain/terms.js';

@ObjectType({ description: 'One independent piece of evidence for who decides at an account.' })
export class StructureSignal {
  @Field(() => StructureSignalKind, { description: 'What it was read from.' })
  kind!: StructureSignalKind;

  @Field(() => OrganisationStructure, { description: 'The structure it points to.' })
  leaning!: OrganisationStructure;

  @Field(() => Float, { description: 'What it counts for against the others; a plain signal counts 1.' })
  weight!: number;

  @Field(() => [ID], { description: 'The decision it was read from, or the stakeholders.' })
  ids!: readonly string[];
}

@ObjectType({
  description:
    'What observation says about who decides, whatever was stated. Fewer than three signals say nothing.',
})
export class StructureEvidence {
  @Field(() => OrganisationStructure, { description: 'What the signals carry together.' })
  inferred!: OrganisationStructure;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of all weight that points to the structure leading, 0 to 1; null without signals.',
  })
  share!: number | null;

  @Field(() => [StructureSignal], { description: 'Every signal, those that point the other way included.' })
  signals!: readonly StructureSignal[];
}
