import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../common/scalars.js';
import { FigureUnit } from '../../domain/loyalty/checklist/live-figure.js';
import { LiveFigureCode } from '../../domain/loyalty/checklist/statement.js';

@ObjectType({
  description:
    'What the product knows of a statement: as of now while the round is open, and as of its closing afterwards.',
})
export class ChecklistFigure {
  @Field(() => LiveFigureCode, { description: 'Which figure.' })
  code!: LiveFigureCode;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure; null while it is not known, and for a share of fewer than 5.',
  })
  value!: string | null;

  @Field(() => FigureUnit, { description: 'What it is counted in.' })
  unit!: FigureUnit;

  @Field(() => String, { nullable: true, description: 'ISO 4217; null unless it is money.' })
  currency!: string | null;

  @Field(() => Int, { nullable: true, description: 'Cases behind it.' })
  n!: number | null;

  @Field(() => Int, { nullable: true, description: 'Those of them it speaks of; null where it is no share.' })
  hits!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Lower bound; null where it has none.' })
  low!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper bound; null where it has none.' })
  high!: string | null;

  @Field(() => String, { description: 'What it says; or, while it is not known, why not.' })
  sentence!: string;
}
