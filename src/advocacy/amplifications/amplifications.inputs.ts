import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsOurId, IsRef, RefInput } from '../../common/reference.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { AmplificationOutcome, AskKind } from '../../domain/advocacy/terms.js';
import { Channel } from '../../domain/terms.js';

@InputType({ description: 'Somebody who heard an advocate.' })
export class AmplificationAudienceInput {
  @Field(() => RefInput, { description: 'Who.' })
  @IsRef()
  stakeholder!: RefInput;

  @Field(() => AmplificationOutcome, {
    nullable: true,
    defaultValue: AmplificationOutcome.UNKNOWN,
    description: 'What it did.',
  })
  outcome?: AmplificationOutcome | null;
}

@InputType({ description: 'An advocate spoke for us to colleagues.' })
export class RecordAmplificationInput {
  @Field(() => RefInput, { description: 'Who spoke.' })
  @IsRef()
  advocate!: RefInput;

  @Field(() => [AmplificationAudienceInput], {
    description: 'To whom, 1 to 100 people of the same account, each once.',
  })
  @ArrayMinSize(1, { message: 'Name at least one stakeholder who heard it.' })
  @ArrayMaxSize(100, { message: 'At most 100 stakeholders at a time.' })
  @ValidateNested({ each: true })
  @Type(() => AmplificationAudienceInput)
  audience!: AmplificationAudienceInput[];

  @Field(() => String, { description: 'What was said for us, in 1 to 20,000 characters.' })
  @Matches(/\S/, { message: 'A message needs words.' })
  @Length(1, 20_000, { message: 'A message has 1 to 20,000 characters.' })
  message!: string;

  @Field(() => ID, { nullable: true, description: 'The kit that was used.' })
  @IsOptional()
  @IsOurId()
  kit?: string | null;

  @Field(() => Channel, { nullable: true, description: 'In what setting.' })
  setting?: Channel | null;

  @Field(() => DateTimeScalar, { description: 'When; not in the future.' })
  occurredAt!: string;
}

@InputType({ description: 'We asked somebody for something.' })
export class RecordAskInput {
  @Field(() => RefInput, { description: 'Whom.' })
  @IsRef()
  stakeholder!: RefInput;

  @Field(() => AskKind, { description: 'For what.' })
  kind!: AskKind;

  @Field(() => String, {
    nullable: true,
    description: 'What exactly, and what they said, up to 20,000 characters.',
  })
  @IsOptional()
  @MaxLength(20_000, { message: 'A note has at most 20,000 characters.' })
  note?: string | null;

  @Field(() => DateTimeScalar, { description: 'When; not in the future.' })
  askedAt!: string;
}
