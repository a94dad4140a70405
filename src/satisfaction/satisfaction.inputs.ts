import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { ExternalIdInput, IsOurId, IsRef, RefInput } from '../common/reference.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { Measure, Provenance } from '../domain/terms.js';

@InputType({ description: 'The rating of one item.' })
export class ItemRatingInput {
  @Field(() => String, { description: 'The item, as listed by `instruments`.' })
  @MaxLength(80)
  item!: string;

  @Field(() => Int, { description: 'The rating, 1 to 5.' })
  rating!: number;
}

@InputType({
  isOneOf: true,
  description:
    'Exactly one: a number (NPS, CSAT, scales of your own), a choice (RECOMMEND, REPURCHASE), or ratings per item ' +
    '(POINTS_OF_CONNECTION, PARTNERSHIP). What does not fit the instrument is refused, never rounded or clamped.',
})
export class AnswerValueInput {
  @Field(() => Float, {
    nullable: true,
    description: 'NPS: 0 to 10; CSAT: 1 to 5; a scale of your own: within its range.',
  })
  number?: number;

  @Field(() => String, {
    nullable: true,
    description:
      'RECOMMEND: definitely no, probably no, probably yes, definitely yes. REPURCHASE: yes, no, or empty text for "declined to say".',
  })
  @IsOptional()
  @MaxLength(80)
  choice?: string;

  @Field(() => [ItemRatingInput], { nullable: true, description: 'At least four of the six items.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ItemRatingInput)
  items?: ItemRatingInput[];
}

@InputType({ description: 'What one stakeholder answered to one instrument.' })
export class SatisfactionAnswerInput {
  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'Its id in another system: the same answer sent twice is recorded once.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput | null;

  @Field(() => RefInput, { description: 'Who answered.' })
  @IsRef()
  stakeholder!: RefInput;

  @Field(() => String, {
    description: 'NPS, CSAT, RECOMMEND, REPURCHASE, POINTS_OF_CONNECTION, PARTNERSHIP or one of your own.',
  })
  @Length(1, 40, { message: 'Name the instrument.' })
  instrument!: string;

  @Field(() => AnswerValueInput, { description: 'The answer itself.' })
  @ValidateNested()
  @Type(() => AnswerValueInput)
  value!: AnswerValueInput;

  @Field(() => DateTimeScalar, {
    description: 'When it was answered; not in the future. It counts under the level held then.',
  })
  answeredAt!: string;

  @Field(() => Provenance, {
    nullable: true,
    defaultValue: Provenance.CUSTOMER_STATED,
    description: 'Whether the customer stated it or we estimate it.',
  })
  provenance?: Provenance | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether we asked for it.' })
  solicited?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What they added in words, up to 20,000 characters.' })
  @IsOptional()
  @MaxLength(20_000, { message: 'A comment has at most 20,000 characters.' })
  comment?: string | null;

  @Field(() => ID, { nullable: true, description: 'The answer that this one corrects; both stay.' })
  @IsOptional()
  @IsOurId()
  supersedes?: string | null;
}

@InputType({ description: 'A numeric scale of your own.' })
export class InstrumentInput {
  @Field(() => String, {
    description: 'Capital letters, digits and underscores, at most 40: `SUPPORT_SURVEY`.',
  })
  code!: string;

  @Field(() => Float, { description: 'The answer that scores 0.' })
  minimum!: number;

  @Field(() => Float, { description: 'The answer that scores 100; above the minimum.' })
  maximum!: number;

  @Field(() => Measure, { description: 'SATISFACTION or ADVOCACY.' })
  measures!: Measure;
}
