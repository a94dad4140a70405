import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { pageArgs } from '../../common/pages/connection.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { OrganisationLevel } from '../../domain/terms.js';

@ArgsType()
export class DepartmentsPage extends pageArgs(25) {}

@ObjectType({
  description:
    'What people say of one of the six points of connection in the last half-year (180 days), beside the half-year before. Ratings run from 1 to 5. The intervals (95 %) take ratings to differ by a point at least, so that few equal answers do not pass for certainty.',
})
export class CriterionFigures {
  @Field(() => String, {
    description: 'LISTENING, IMPORTANCE, DIFFERENCES, HONESTY, RELIABILITY or AUTHENTICITY.',
  })
  criterion!: string;

  @Field(() => Int, { description: 'How many people rated it.' })
  people!: number;

  @Field(() => Float, { nullable: true, description: 'Their mean rating; null while nobody rated it.' })
  mean!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the interval of the mean.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the interval of the mean.' })
  high!: number | null;

  @Field(() => Int, { description: 'How many people rated it in the half-year before.' })
  peopleBefore!: number;

  @Field(() => Float, { nullable: true, description: 'Their mean rating then.' })
  meanBefore!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean now less the mean then; null unless both are known. It does not tell its cause.',
  })
  change!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the interval of the change.' })
  changeLow!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the interval of the change.' })
  changeHigh!: number | null;
}

@ObjectType({ description: 'The figures of one level.' })
export class LevelScorecard {
  @Field(() => OrganisationLevel, { description: 'The level; answers count at the level held when given.' })
  level!: OrganisationLevel;

  @Field(() => Int, { description: 'People at the level now.' })
  known!: number;

  @Field(() => Int, { description: 'People heard at the level in the last half-year.' })
  heard!: number;

  @Field(() => [CriterionFigures], { description: 'The six points of connection.' })
  criteria!: readonly CriterionFigures[];

  @Field(() => [String], { description: 'The criteria with the lowest mean; none while nothing stands out.' })
  weakest!: readonly string[];
}

@ObjectType({
  description:
    'How people of an account rate the six points of connection: for a department that another one serves as for a customer.',
})
export class Scorecard {
  @Field(() => DateTimeScalar, { description: 'When the last half-year began.' })
  from!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends: now.' })
  to!: string;

  @Field(() => Int, { description: 'People who are there now.' })
  known!: number;

  @Field(() => Int, { description: 'People of them heard in the last half-year.' })
  heard!: number;

  @Field(() => [CriterionFigures], { description: 'The six points of connection.' })
  criteria!: readonly CriterionFigures[];

  @Field(() => [String], { description: 'The criteria with the lowest mean; none while nothing stands out.' })
  weakest!: readonly string[];

  @Field(() => [LevelScorecard], {
    description:
      'The same per level: operations, management, and people of unknown level where there are any.',
  })
  levels!: readonly LevelScorecard[];

  @Field(() => String, { description: 'In a few sentences, what it shows and what it does not.' })
  reading!: string;

  /** Shown as people by the resolver. */
  heardIds!: readonly string[];
  /** Shown as people by the resolver. */
  unheardIds!: readonly string[];
}

@ObjectType({ description: 'Where a criterion stands lowest.' })
export class LowestDepartment {
  @Field(() => Float, { description: 'Mean rating there, 1 to 5.' })
  mean!: number;

  @Field(() => Int, { description: 'How many people rated it there.' })
  people!: number;

  /** Shown as an account by the resolver. */
  accountId!: string;
}

@ObjectType({ description: 'One point of connection over the departments.' })
export class CriterionOverDepartments {
  @Field(() => String, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'Departments where somebody rated it.' })
  departments!: number;

  @Field(() => [LowestDepartment], {
    description: 'The lowest first, at most three. A mean of few people is among them with their number.',
  })
  lowest!: readonly LowestDepartment[];
}

@ObjectType({
  description:
    'How our departments are served by each other: all accounts of kind INTERNAL that you may see. None of it is revenue.',
})
export class InternalReport {
  @Field(() => Int, { description: 'Departments.' })
  count!: number;

  @Field(() => Int, { description: 'Departments where somebody was heard in the last half-year.' })
  heardCount!: number;

  @Field(() => Scorecard, { description: 'All their people taken together.' })
  together!: Scorecard;

  @Field(() => [CriterionOverDepartments], { description: 'Where each point of connection stands lowest.' })
  criteria!: readonly CriterionOverDepartments[];
}
