import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUrl, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsOurId, IsRef, RefInput } from '../../common/reference.types.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { OrganisationLevel } from '../../domain/terms.js';

@InputType({ description: 'Where a part of a kit lies.' })
export class KitLinkInput {
  @Field(() => String, { description: 'What it is, in 1 to 255 characters.' })
  @Matches(/\S/, { message: 'A link needs a title.' })
  @Length(1, 255, { message: 'A title has 1 to 255 characters.' })
  title!: string;

  @Field(() => String, { description: 'Its address, http or https.' })
  @MaxLength(2_000, { message: 'An address has at most 2,000 characters.' })
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { message: 'A link is an http or https address.' },
  )
  url!: string;
}

@InputType({ description: 'What an advocate is equipped with.' })
export class CreateKitInput {
  @Field(() => String, { description: 'What it is called, in 1 to 255 characters.' })
  @Matches(/\S/, { message: 'A kit needs a title.' })
  @Length(1, 255, { message: 'A title has 1 to 255 characters.' })
  title!: string;

  @Field(() => String, {
    description: 'Which version of it, in 1 to 50 characters; each title has a version once.',
  })
  @Matches(/\S/, { message: 'A kit needs a version.' })
  @Length(1, 50, { message: 'A version has 1 to 50 characters.' })
  version!: string;

  @Field(() => String, { nullable: true, description: 'What is in it, up to 20,000 characters.' })
  @IsOptional()
  @MaxLength(20_000, { message: 'A description has at most 20,000 characters.' })
  description?: string | null;

  @Field(() => [KitLinkInput], { nullable: true, description: 'Where its parts lie, up to 50.' })
  @IsOptional()
  @ArrayMaxSize(50, { message: 'A kit has at most 50 parts.' })
  @ValidateNested({ each: true })
  @Type(() => KitLinkInput)
  links?: KitLinkInput[] | null;

  @Field(() => OrganisationLevel, {
    nullable: true,
    description: 'The level it speaks to; any when left out.',
  })
  level?: OrganisationLevel | null;
}

@InputType({ description: 'Somebody is handed a kit.' })
export class EquipAdvocateInput {
  @Field(() => RefInput, { description: 'Who.' })
  @IsRef()
  advocate!: RefInput;

  @Field(() => ID, { description: 'The kit.' })
  @IsOurId()
  kit!: string;

  @Field(() => DateTimeScalar, { description: 'When; not in the future.' })
  equippedAt!: string;
}
