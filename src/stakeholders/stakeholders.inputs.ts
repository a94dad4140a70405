import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ExternalIdInput, IsOurId, IsRef, RefInput } from '../common/reference.types.js';
import { DateScalar } from '../common/scalars.js';
import { OrganisationLevel, StakeholderRole } from '../domain/terms.js';

@InputType({
  description:
    "A stakeholder to create or change: one person's seat at one account. It is the one with this `id` or `external` " +
    'id; without both, a new one. Fields left out stay as they are; null clears them. Somebody known by the same name ' +
    'and e-mail address at another account is the same person.',
})
export class StakeholderInput {
  @Field(() => ID, { nullable: true, description: 'Our id of an existing stakeholder.' })
  @IsOptional()
  @IsOurId()
  id?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'Its id in another system; together with `id` it is added to that stakeholder.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput | null;

  @Field(() => RefInput, {
    description:
      'The account. Somebody known by `external` who is now at another account has moved: the old seat ends today, a new one begins.',
  })
  @IsRef()
  account!: RefInput;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the person, 1 to 255 characters; needed for a new stakeholder.',
  })
  @ValidateIf((input: StakeholderInput) => input.fullName !== undefined)
  @Matches(/\S/, { message: 'A name needs at least one visible character.' })
  @Length(1, 255, { message: 'A name has 1 to 255 characters.' })
  fullName?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address of the person.' })
  @IsOptional()
  @Matches(/^[^\s@]+@[^\s@]+$/, { message: 'An e-mail address is needed.' })
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Job title as written in the source, up to 255 characters.',
  })
  @IsOptional()
  @MaxLength(255, { message: 'A title has at most 255 characters.' })
  title?: string | null;

  @Field(() => OrganisationLevel, {
    nullable: true,
    description:
      'The level, as somebody who knows states it; it outlasts every import. Null or UNKNOWN takes the statement back, ' +
      'and the level is inferred again.',
  })
  level?: OrganisationLevel | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Since when that level is held. Left out: a first statement counts for the whole past, a changed one from now on.',
  })
  levelSince?: string | null;

  @Field(() => [StakeholderRole], {
    nullable: true,
    description: 'All roles held now; replaces the earlier ones.',
  })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'There are six roles.' })
  roles?: StakeholderRole[] | null;

  @Field(() => RefInput, {
    nullable: true,
    description: 'Whom they report to; may be an item of the same batch.',
  })
  @IsOptional()
  @IsRef()
  reportsTo?: RefInput | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day in the seat.' })
  startedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in the seat; null while active.' })
  endedOn?: string | null;

  @Field(() => RefInput, { nullable: true, description: 'Who took over, at the same account.' })
  @IsOptional()
  @IsRef()
  successor?: RefInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read: a newer one is not overwritten, the item is refused with CONFLICT.',
  })
  @IsOptional()
  @Min(1, { message: 'Versions start at 1.' })
  expectedVersion?: number | null;
}
