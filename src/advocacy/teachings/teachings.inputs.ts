import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Length, Matches, ValidateNested } from 'class-validator';
import { ExternalIdInput, IsOurId, IsRef, NamesPeople, RefInput } from '../../common/reference.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { InteractionOutcome, OurFunction } from '../../domain/terms.js';

@InputType({ description: 'Something people of an account can use, shown to them.' })
export class RecordTeachingInput {
  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'Its id in another system: the same call twice records it once.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput | null;

  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => [RefInput], { description: 'To whom, 1 to 100 people of the account.' })
  @NamesPeople('Name at least one stakeholder it was shown to.')
  stakeholders!: RefInput[];

  @Field(() => String, { description: 'What it was about, in 1 to 2,000 characters.' })
  @Matches(/\S/, { message: 'A topic needs words.' })
  @Length(1, 2_000, { message: 'A topic has 1 to 2,000 characters.' })
  topic!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The benchmark that was shown: the id that `segmentBenchmark` answered.',
  })
  @IsOptional()
  @IsOurId()
  benchmark?: string | null;

  @Field(() => OurFunction, {
    nullable: true,
    description: "Which of our functions showed it; the caller's own when left out.",
  })
  ourFunction?: OurFunction | null;

  @Field(() => DateTimeScalar, { description: 'When; not in the future.' })
  taughtAt!: string;

  @Field(() => InteractionOutcome, { nullable: true, description: 'How they took it.' })
  response?: InteractionOutcome | null;
}
