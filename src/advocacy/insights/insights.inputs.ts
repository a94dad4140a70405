import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Length, Matches, ValidateNested } from 'class-validator';
import { ExternalIdInput, IsOurId, IsRef, NamesPeople, RefInput } from '../../common/reference.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { OurFunction } from '../../domain/terms.js';

@InputType({ description: 'Something one of our functions learned: about an account, or about a segment.' })
export class RecordInsightInput {
  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'Its id in another system: the same call twice records it once.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput | null;

  @Field(() => RefInput, {
    nullable: true,
    description: 'The account it is about; either this or a segment.',
  })
  @IsOptional()
  @IsRef()
  account?: RefInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The segment it is about, as written on accounts; either this or an account.',
  })
  @IsOptional()
  @Length(1, 200, { message: 'A segment has 1 to 200 characters.' })
  segment?: string | null;

  @Field(() => OurFunction, { description: 'Which of our functions learned it.' })
  ourFunction!: OurFunction;

  @Field(() => String, { description: 'What was learned, in 1 to 20,000 characters.' })
  @Matches(/\S/, { message: 'An insight needs words.' })
  @Length(1, 20_000, { message: 'An insight has 1 to 20,000 characters.' })
  statement!: string;

  @Field(() => [RefInput], { nullable: true, description: 'From whom of the account, up to 100 people.' })
  @IsOptional()
  @NamesPeople()
  heardFrom?: RefInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The contact in which it was learned.' })
  @IsOptional()
  @IsOurId()
  interaction?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was learned; not in the future.' })
  learnedAt!: string;
}
