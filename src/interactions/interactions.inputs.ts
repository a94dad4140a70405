import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ExternalIdInput, IsRef, NamesPeople, RefInput } from '../common/reference.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { ToldInput } from '../problems/problems.inputs.js';
import { Channel, InteractionOutcome, OurFunction } from '../domain/terms.js';

@InputType({ description: 'A contact between our people and stakeholders of an account.' })
export class LogInteractionInput {
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

  @Field(() => [RefInput], { description: 'Who of the account took part, 1 to 100 people.' })
  @NamesPeople('Name at least one stakeholder who took part.')
  stakeholders!: RefInput[];

  @Field(() => Channel, { description: 'How you met.' })
  channel!: Channel;

  @Field(() => DateTimeScalar, { description: 'When it took place; not in the future.' })
  occurredAt!: string;

  @Field(() => String, { nullable: true, description: 'What was said, up to 20,000 characters.' })
  @IsOptional()
  @MaxLength(20_000, { message: 'Notes have at most 20,000 characters.' })
  notes?: string | null;

  @Field(() => InteractionOutcome, { nullable: true, description: 'Which way it moved the relationship.' })
  outcome?: InteractionOutcome | null;

  @Field(() => OurFunction, {
    nullable: true,
    description: "Which of our functions met them; the caller's own when left out.",
  })
  ourFunction?: OurFunction | null;

  @Field(() => [ToldInput], {
    nullable: true,
    description:
      'What this contact told those who took part about known problems: closes knowledge gaps in the same step.',
  })
  @IsOptional()
  @ArrayMaxSize(50, { message: 'At most 50 problems are spoken of in one contact.' })
  @ValidateNested({ each: true })
  @Type(() => ToldInput)
  told?: ToldInput[] | null;
}
