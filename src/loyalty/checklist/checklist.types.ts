import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../common/pages/connection.types.js';
import { ChecklistArea, ChecklistRating } from '../../domain/loyalty/checklist/statement.js';
import { ChecklistRound } from './checklist-round.entity.js';
import { ChecklistFigure } from './checklist-figure.types.js';

@ObjectType({ description: 'How many gave which rating.' })
export class ChecklistRatingCount {
  @Field(() => ChecklistRating, { description: 'The rating.' })
  rating!: ChecklistRating;

  @Field(() => Int, { description: 'How many gave it.' })
  raters!: number;
}

@ObjectType({
  description: 'A statement on ourselves, how our people rated it, and what the product knows of it.',
})
export class ChecklistItem {
  @Field(() => String, { description: 'Its code, which never changes.' })
  code!: string;

  @Field(() => String, { description: 'The statement.' })
  text!: string;

  @Field(() => Int, { description: 'How many of our people rated it.' })
  raters!: number;

  @Field(() => Float, {
    nullable: true,
    description: '0 (not at all) to 3 (significantly); null while nobody rated it.',
  })
  mean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: '1: all rated the same; 0: as divided as so many can be; null below two raters.',
  })
  agreement!: number | null;

  @Field(() => [ChecklistRatingCount], { description: 'Every rating, from not at all on.' })
  counts!: ChecklistRatingCount[];

  @Field(() => ChecklistRating, {
    nullable: true,
    description: 'How you rated it yourself; null if you did not, or for an integration.',
  })
  mine!: ChecklistRating | null;

  @Field(() => ChecklistFigure, {
    nullable: true,
    description: 'What the product knows of it; null where it holds nothing on the subject.',
  })
  figure!: ChecklistFigure | null;
}

@ObjectType({ description: 'An area in which we judge ourselves.' })
export class ChecklistAreaResult {
  @Field(() => ChecklistArea, { description: 'Which.' })
  area!: ChecklistArea;

  @Field(() => Int, { description: 'How many of our people rated any of its statements.' })
  raters!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean of its rated statements, 0 to 3, each counting the same; null while nobody rated.',
  })
  mean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean agreement on its statements; null while none has two raters.',
  })
  agreement!: number | null;
}

@ObjectType({ description: 'An area with its statements.' })
export class ChecklistSection extends ChecklistAreaResult {
  @Field(() => [ChecklistItem], { description: 'Its statements.' })
  statements!: ChecklistItem[];
}

@ObjectType({ description: 'What we think of ourselves, beside what the product knows of us.' })
export class Checklist {
  @Field(() => ChecklistRound, { nullable: true, description: 'The round; null before the first one.' })
  round!: ChecklistRound | null;

  @Field(() => [ChecklistSection], { description: 'The four areas.' })
  sections!: ChecklistSection[];
}

export const ChecklistRoundConnection = connectionOf(ChecklistRound);
