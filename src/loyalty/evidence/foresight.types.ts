import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationLevel, OrganisationStructure } from '../../domain/terms.js';
import { CountedDifference } from '../counted.types.js';

@ObjectType({ description: 'How well the satisfaction of one level told decisions apart.' })
export class LevelForesight {
  @Field(() => OrganisationLevel, { description: 'The level.' })
  level!: OrganisationLevel;

  @Field(() => Int, { description: 'Decisions to stay before which the level was heard.' })
  stayed!: number;

  @Field(() => Int, { description: 'Decisions to leave before which the level was heard.' })
  left!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Area under the ROC curve: the probability that the level had been more satisfied at an account that stayed than at one ' +
      'that left. 0.5 tells nothing. Null with fewer than 5 of either.',
  })
  area!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of its 95 % interval (Newcombe 2006).' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of its 95 % interval.' })
  high!: number | null;

  @Field(() => Boolean, { description: 'Fewer than 5 that stayed, or than 5 that left.' })
  tooFew!: boolean;
}

@ObjectType({
  description:
    'The area of management less that of operations, over the decisions before which both were heard; interval by Zou (2007) with the correlation of DeLong et al. (1988).',
})
export class PairedForesight extends CountedDifference {
  @Field(() => Int, { description: 'Decisions to stay among them.' })
  stayed!: number;

  @Field(() => Int, { description: 'Decisions to leave among them.' })
  left!: number;
}

@ObjectType({ description: 'Which level told decisions better, at the accounts of one structure.' })
export class Foresight {
  @Field(() => OrganisationStructure, {
    description: 'The structure the accounts were known by at the time.',
  })
  structure!: OrganisationStructure;

  @Field(() => [LevelForesight], { description: 'Operations, then management.' })
  levels!: readonly LevelForesight[];

  @Field(() => PairedForesight, { description: 'The two compared over the same decisions.' })
  managementLessOperations!: PairedForesight;

  @Field(() => String, { description: 'The same in words.' })
  reading!: string;
}

@ObjectType({ description: 'What people answered in one way.' })
export class AnsweredSo {
  @Field(() => Int, { description: 'People.' })
  people!: number;

  @Field(() => Int, { description: 'Answers they gave together.' })
  answers!: number;

  @Field(() => Float, { nullable: true, description: 'Mean over the people, 0 to 100; null for nobody.' })
  mean!: number | null;
}

@ObjectType({
  description:
    'How much kinder people are who were asked: their mean less that of people who volunteered, in points of 100 (Welch 1947). ' +
    'Everybody counts once per way, with the mean of their own answers.',
})
export class AskingEffect extends CountedDifference {
  @Field(() => String, { description: 'The instrument.' })
  instrument!: string;

  @Field(() => AnsweredSo, { description: 'Answers we asked for.' })
  solicited!: AnsweredSo;

  @Field(() => AnsweredSo, { description: 'Answers nobody had asked for.' })
  volunteered!: AnsweredSo;

  @Field(() => String, { description: 'The same in words.' })
  reading!: string;
}
