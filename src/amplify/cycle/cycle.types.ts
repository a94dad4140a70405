import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../common/scalars.js';
import { CycleStage } from '../../domain/advocacy/terms.js';
import { OrganisationLevel, OurFunction } from '../../domain/terms.js';

@ObjectType({ description: 'What one of our functions has learned about an account.' })
export class FunctionCoverage {
  @Field(() => OurFunction, { description: 'The function.' })
  ourFunction!: OurFunction;

  @Field(() => Int, { description: 'How many insights it recorded.' })
  insights!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it last learned something; null if never.',
  })
  lastLearnedAt!: string | null;

  @Field(() => [OrganisationLevel], { description: 'The levels it learned from.' })
  levels!: readonly OrganisationLevel[];
}

@ObjectType({ description: 'What we have learned from one level of an account.' })
export class LevelCoverage {
  @Field(() => OrganisationLevel, { description: 'The level.' })
  level!: OrganisationLevel;

  @Field(() => Int, { description: 'How many insights were heard there.' })
  insights!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody there was last heard; null if never.',
  })
  lastHeardAt!: string | null;

  @Field(() => Boolean, { description: 'Whether anybody there was heard within the last 90 days.' })
  isHeardLately!: boolean;

  @Field(() => [OurFunction], { description: 'Our functions that have heard somebody there.' })
  ourFunctions!: readonly OurFunction[];
}

@ObjectType({ description: 'How well we know an account: by our functions, and by its levels.' })
export class Coverage {
  @Field(() => [FunctionCoverage], {
    description: 'Functions that should know every account, and any other that recorded something.',
  })
  functions!: readonly FunctionCoverage[];

  @Field(() => [LevelCoverage], { description: 'Operations and management.' })
  levels!: readonly LevelCoverage[];

  @Field(() => [String], { description: 'What is missing, in sentences one would say; empty if nothing is.' })
  gaps!: string[];
}

@ObjectType({ description: 'Where an account stands in learning, teaching and amplifying.' })
export class AccountCycle {
  @Field(() => CycleStage, { description: 'How far it has come within a year.' })
  stage!: CycleStage;

  @Field(() => String, { description: 'What to do next, with the people named.' })
  nextStep!: string;

  @Field(() => String, { description: 'Why it is said to be there.' })
  why!: string;

  @Field(() => Coverage, { description: 'How well we know it.' })
  coverage!: Coverage;
}
