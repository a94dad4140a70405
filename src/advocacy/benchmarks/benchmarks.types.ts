import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../common/scalars.js';
import { Place } from '../../domain/advocacy/benchmark/own-place.js';
import { OrganisationLevel } from '../../domain/terms.js';

@ObjectType({ description: 'A stretch of the scale 0 to 100 and how many answer within it.' })
export class BenchmarkBand {
  @Field(() => Int, { description: 'Where it begins.' })
  from!: number;

  @Field(() => Int, { description: 'Where it ends; 100 itself belongs to the last one.' })
  to!: number;

  @Field(() => Int, {
    description:
      'Share of the people in points of a hundred, rounded to 5: the shares need not add up to 100.',
  })
  share!: number;
}

@ObjectType({ description: 'How people of one level answer.' })
export class LevelBenchmark {
  @Field(() => OrganisationLevel, { description: 'The level.' })
  level!: OrganisationLevel;

  @Field(() => Int, { description: 'At least so many accounts, in steps of 5.' })
  accounts!: number;

  @Field(() => Int, { description: 'At least so many people, in steps of 5.' })
  voices!: number;

  @Field(() => Int, { description: 'Mean score, 0 to 100, rounded to 5.' })
  mean!: number;

  @Field(() => Int, { description: 'Median score, 0 to 100, rounded to 5.' })
  median!: number;

  @Field(() => [BenchmarkBand], { description: 'How the answers are spread, lowest first.' })
  bands!: readonly BenchmarkBand[];
}

@ObjectType({ description: 'What an earlier benchmark of the segment said.' })
export class BenchmarkPoint {
  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: string;

  @Field(() => Int, { description: 'Mean score, 0 to 100, rounded to 5.' })
  mean!: number;

  @Field(() => Int, { description: 'Median score, 0 to 100, rounded to 5.' })
  median!: number;
}

@ObjectType('BenchmarkOwnPlace', {
  description: 'Where the asking account lies: worked out from its own answers and what is published.',
})
export class OwnPlace {
  @Field(() => Int, { description: 'How many of its people answered.' })
  voices!: number;

  @Field(() => Float, { description: 'Their median, 0 to 100.' })
  median!: number;

  @Field(() => Place, { description: 'Beside the median of the segment.' })
  place!: Place;

  @Field(() => Int, { description: 'The band their median falls into, from 0.' })
  band!: number;
}

@ObjectType({
  description:
    'How a segment answers, as it was shown and is kept. Figures are rounded, and a new one is published only once at least five accounts have changed, so that no two of them give one account away.',
})
export class SegmentBenchmark {
  @Field(() => ID, { description: 'Our id: send it as `benchmark` when recording that it was shown.' })
  id!: string;

  @Field(() => String, { description: 'The segment.' })
  segment!: string;

  @Field(() => String, { description: 'The instrument.' })
  instrument!: string;

  @Field(() => DateTimeScalar, { description: 'When it was published; shown unaltered since.' })
  publishedAt!: string;

  @Field(() => Int, { description: 'At least so many accounts, in steps of 5.' })
  accounts!: number;

  @Field(() => Int, { description: 'At least so many people, in steps of 5.' })
  voices!: number;

  @Field(() => Int, { description: 'Mean score, 0 to 100, rounded to 5.' })
  mean!: number;

  @Field(() => Int, { description: 'Median score, 0 to 100, rounded to 5.' })
  median!: number;

  @Field(() => [BenchmarkBand], { description: 'How the answers are spread, lowest first.' })
  bands!: readonly BenchmarkBand[];

  @Field(() => [LevelBenchmark], {
    description: 'The same for each level; empty where the levels would give somebody away.',
  })
  levels!: readonly LevelBenchmark[];

  @Field(() => [BenchmarkPoint], { description: 'What the benchmarks up to this one said, oldest first.' })
  trend!: BenchmarkPoint[];

  @Field(() => OwnPlace, {
    nullable: true,
    description: 'Where the asking account lies; null without one, or if nobody there answered.',
  })
  ownPlace!: OwnPlace | null;

  @Field(() => String, {
    description:
      'One page for the customer: HTML with a chart, prints on A4, loads nothing. Marks the place of the asking account.',
  })
  handout!: string;
}
