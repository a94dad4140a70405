import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Length, ValidateNested } from 'class-validator';
import { getId, RefInput } from '../../common/reference.types.js';
import { SegmentBenchmark } from './benchmarks.types.js';
import { SegmentBenchmarksReader } from './segment-benchmarks.reader.js';

@ArgsType()
class BenchmarkArgs {
  @Field(() => String, { description: 'The segment, as written on its accounts.' })
  @Length(1, 200, { message: 'Name the segment.' })
  segment!: string;

  @Field(() => String, {
    description: 'NPS, CSAT, RECOMMEND, POINTS_OF_CONNECTION, PARTNERSHIP or a scale of your own.',
  })
  @Length(1, 40, { message: 'Name the instrument.' })
  instrument!: string;

  @Field(() => RefInput, { nullable: true, description: 'The asking account: shows its own place as well.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RefInput)
  account?: RefInput | null;
}

@ArgsType()
class ShownArgs {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@Resolver(() => SegmentBenchmark)
export class BenchmarksResolver {
  constructor(private readonly benchmarks: SegmentBenchmarksReader) {}

  @Query(() => SegmentBenchmark, {
    description:
      'How a segment answers. Refused with RULE_BROKEN below 5 accounts, or when one account makes up more than half of the sample.',
  })
  segmentBenchmark(@Args() { segment, instrument, account }: BenchmarkArgs): Promise<SegmentBenchmark> {
    return this.benchmarks.getCurrent(segment, instrument, account ?? null);
  }

  @Query(() => SegmentBenchmark, {
    description: 'A benchmark as it was shown; NOT_FOUND for one that never was.',
  })
  publishedBenchmark(@Args() { id }: ShownArgs): Promise<SegmentBenchmark> {
    return this.benchmarks.getShown(getId(id));
  }
}
